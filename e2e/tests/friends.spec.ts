import { expect, test } from '../fixtures';
import type { Person } from '../Person';

test('two become friends, see each other, part, and one blocks the other', async ({ arrive }) => {
  const an = await arrive('An');
  const binh = await arrive('Bình');
  await openFriends(an);

  await test.step('An asks Bình with the keyboard alone, and Bình is told at once', async () => {
    await expect(an.page.getByText(an.words('people:ties.none'))).toBeVisible();
    await an.page
      .getByRole('button', { name: an.words('people:ties.add') })
      .first()
      .press('Enter');
    const dialog = an.page.getByRole('dialog', { name: an.words('people:ties.add') });
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await an.page.keyboard.type(binh.account.username);
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await an.page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(row(an, 'outgoing', 'Bình')).toBeVisible();
    await expect(friendsLink(binh, 1)).toBeVisible();
  });

  await test.step('Bình accepts, and both see that the other is there', async () => {
    await friendsLink(binh, 1).click();
    const accept = binh.words('people:ties.accept_name', { name: 'An' });
    await binh.page.getByRole('button', { name: accept }).click();
    for (const [one, other] of [
      [an, 'Bình'],
      [binh, 'An'],
    ] as const) {
      await expect(row(one, 'friends', other)).toContainText(one.words('people:presence.online'));
    }
    await expect(friendsLink(binh, 0)).toBeVisible();
  });

  await test.step('An writes from the list', async () => {
    const write = an.words('people:ties.write', { name: 'Bình' });
    await an.page.getByRole('button', { name: write }).click();
    await expect(an.composer('Bình')).toBeVisible();
    await openFriends(an);
  });

  await test.step('Bình blocks An: the friendship ends for both, and An cannot ask again', async () => {
    const actions = binh.words('people:ties.actions', { name: 'An' });
    await binh.page.getByRole('button', { name: actions }).click();
    const block = binh.words('people:ties.block');
    await binh.page.getByRole('menuitem', { name: block, exact: true }).click();
    await binh.page.getByRole('alertdialog').getByRole('button', { name: block }).click();
    await expect(row(binh, 'blocked', 'An')).toBeVisible();
    await expect(an.page.getByText(an.words('people:ties.none'))).toBeVisible();
    await an.page
      .getByRole('button', { name: an.words('people:ties.add') })
      .first()
      .click();
    const dialog = an.page.getByRole('dialog', { name: an.words('people:ties.add') });
    await dialog.getByRole('combobox').fill(binh.account.username);
    await expect(dialog.getByText(an.words('people:search.none_title'))).toBeVisible();
    await an.page.keyboard.press('Escape');
  });

  await test.step('Bình unblocks and asks from the profile; An declines', async () => {
    const unblock = binh.words('people:ties.unblock_name', { name: 'An' });
    await binh.page.getByRole('button', { name: unblock }).click();
    await expect(row(binh, 'blocked', 'An')).toBeHidden();
    await binh.startChatWith(an);
    const details = binh.words('conversation:panels.details');
    await binh.page.getByRole('button', { name: details }).click();
    const actions = binh.words('people:ties.actions', { name: 'An' });
    await binh.page.getByRole('button', { name: actions }).click();
    await binh.page.getByRole('menuitem', { name: binh.words('people:ties.ask') }).click();
    const decline = an.words('people:ties.decline_name', { name: 'Bình' });
    await an.page.getByRole('button', { name: decline }).click();
    await expect(an.page.getByText(an.words('people:ties.none'))).toBeVisible();
  });
});

async function openFriends(person: Person): Promise<void> {
  await friendsLink(person, 0).click();
  await expect(
    person.page.getByRole('heading', { level: 1, name: person.words('people:ties.title') }),
  ).toBeVisible();
}

/** The way to the friends, as it is called while so many wait for an answer. */
function friendsLink({ page, words }: Person, waiting: number) {
  const name =
    waiting === 0
      ? words('app:frame.friends')
      : words('app:frame.friends_waiting', { count: waiting });
  return page.getByRole('link', { name, exact: true });
}

function row({ page, words }: Person, list: 'friends' | 'outgoing' | 'blocked', name: string) {
  return page
    .getByRole('list', { name: new RegExp(`^${words(`people:ties.${list}`)}`) })
    .getByRole('listitem')
    .filter({ hasText: name });
}
