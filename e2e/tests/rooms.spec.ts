import { expect, test } from '../fixtures';
import { Person } from '../Person';

test('a link lets people in, and who has to ask waits until an admin accepts', async ({
  arrive,
  api,
}) => {
  const an = await arrive('An');
  const room = await api.group(await api.signIn(an.account), 'Leo núi', await api.signUp('Bình'));
  const { page, words } = an;
  const show = (panel: string) => page.goto(`/app/rooms/${room}?panel=${panel}`);
  const newLink = async () => {
    await show('invites');
    await page.getByRole('button', { name: words('details:invites.make') }).click();
    return page.getByLabel(words('details:invites.link')).inputValue();
  };

  await test.step('Chi follows the link and is in', async () => {
    const chi = await arrive('Chi');
    await chi.page.goto(await newLink());
    await expect(chi.page.getByRole('heading', { name: 'Leo núi' })).toBeVisible();
    await chi.page.getByRole('button', { name: words('invitation:join') }).click();
    await expect(chi.composer('Leo núi')).toBeVisible();
    await show('details');
    await expect(page.getByRole('complementary').getByText('Chi')).toBeVisible();
  });

  const dung = await arrive('Dung');
  await test.step('Dung has to ask', async () => {
    await show('settings');
    await page.getByRole('switch', { name: words('details:settings.approval.label') }).click();
    await dung.page.goto(await newLink());
    await dung.page.getByRole('button', { name: words('invitation:ask') }).click();
    await expect(dung.page.getByText(words('invitation:requested_text'))).toBeVisible();
  });

  await test.step('An is told and accepts, and Dung’s page leads in', async () => {
    await show('details');
    await page.getByRole('button', { name: words('details:more.requests') }).click();
    const accept = words('details:requests.accept_name', { name: 'Dung' });
    await page.getByRole('button', { name: accept }).click();
    await expect(page.getByText(words('details:requests.none'))).toBeVisible();
    await expect(dung.composer('Leo núi')).toBeVisible();
  });

  await test.step('a link that was revoked leads nowhere', async () => {
    const link = await newLink();
    await page
      .getByRole('button', { name: words('details:invites.revoke') })
      .first()
      .click();
    const late = await arrive('Lan');
    await late.page.goto(link);
    await expect(late.page.getByText(words('invitation:gone_title'))).toBeVisible();
  });
});

test('pins, mutes and unread marks of one device show on the other', async ({
  arrive,
  visit,
  api,
}) => {
  const an = await arrive('An');
  await api.group(await api.signIn(an.account), 'Ops', await api.signUp('Bình'));
  const other = new Person((await visit('An')).page, an.account, an.words);
  await other.signIn();
  const { page, words } = an;
  const choose = async (...names: string[]) => {
    await an.room('Ops').click({ button: 'right' });
    for (const name of names) {
      await page.getByRole('menuitem', { name: words(name), exact: true }).click();
    }
  };
  const mark = (name: string) => other.room('Ops').getByRole('img', { name: words(name) });

  await choose('rooms:menu.pin');
  await expect(mark('rooms:row.pinned')).toBeVisible();
  await choose('rooms:menu.mute', 'rooms:menu.mute_for.hour');
  await expect(mark('rooms:row.muted')).toBeVisible();
  await choose('rooms:menu.mark_unread');
  const reminder = words('rooms:row.unread', { count: 0 });
  await expect(other.room('Ops')).toContainText(reminder);
  await choose('rooms:menu.mark_read');
  await expect(other.room('Ops')).not.toContainText(reminder);
  await choose('rooms:menu.unpin');
  await expect(mark('rooms:row.pinned')).toBeHidden();
});

test('a message is found by its words and opened in its context', async ({ arrive, api }) => {
  const an = await arrive('An');
  const binh = await api.signUp('Bình');
  const room = await api.directRoom(binh, an.account);
  await api.send(binh, room, 'Chiều nay mình đang bận', ...Array.from({ length: 80 }, String));
  await expect(an.room('Bình')).toBeVisible();

  const { page, words } = an;
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: words('search:label') });
  await expect(async () => {
    await field.fill('dang');
    await field.fill('dang ban');
    await expect(page.getByRole('option')).toHaveCount(1, { timeout: 1500 });
  }).toPass();
  await expect(page.getByRole('option').locator('mark').first()).toContainText('đang');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/messages\//);
  await expect(an.message('Chiều nay mình đang bận')).toBeInViewport();

  await page.goBack();
  await expect(page.getByRole('option')).toHaveCount(1);
});
