import { expect, test } from '../fixtures';

test('everything of the story can be done without a mouse', async ({ visit, api }) => {
  const binh = await api.signUp('Bình');
  const an = await visit('An');
  const { page, words } = an;
  const press = (key: string) => page.keyboard.press(key);
  const tabTo = async (name: string, role: 'button' | 'link' | 'textbox') => {
    const wanted = page.getByRole(role, { name, exact: true });
    await expect(async () => {
      await press('Tab');
      await expect(wanted).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  };

  await test.step('sign up', async () => {
    await page.goto('/app/sign-up');
    await page.getByLabel(words('auth:display_name.label')).focus();
    await page.keyboard.type('An');
    await press('Tab');
    await page.keyboard.type(an.account.username);
    await press('Tab');
    await press('Tab');
    await page.keyboard.type(an.account.password);
    await press('Enter');
    await an.seesRooms();
  });

  await test.step('start a chat', async () => {
    await tabTo(words('app:frame.new'), 'button');
    await press('Enter');
    await expect(page.getByRole('menuitem', { name: words('app:frame.new_direct') })).toBeFocused();
    await press('Enter');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(binh.username);
    await expect(page.getByRole('option')).toHaveCount(1);
    await press('Enter');
    await expect(an.composer('Bình')).toBeVisible();
  });

  await test.step('write', async () => {
    await tabTo(words('conversation:compose', { room: 'Bình' }), 'textbox');
    await page.keyboard.type('Typed, not clicked');
    await press('Enter');
    await an.seesState('Typed, not clicked', 'sent');
    await expect(an.composer('Bình')).toBeFocused();
  });

  await test.step('a dialog keeps the focus, Escape ends it and gives the focus back', async () => {
    await tabTo(words('app:frame.new'), 'button');
    await press('Enter');
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    for (let i = 0; i < 8; i++) {
      await press('Tab');
      await expect(dialog.locator(':focus')).toHaveCount(1);
    }
    await press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: words('app:frame.new') })).toBeFocused();
  });

  await test.step('walk the rooms with the arrows', async () => {
    const chau = await api.signUp('Châu');
    await api.send(chau, await api.directRoom(chau, an.account), 'Also here');
    await expect(an.room('Châu')).toBeVisible();
    await an.room('Bình').focus();
    await press('Home');
    await press('Enter');
    await expect(an.composer('Châu')).toBeVisible();
    await an.room('Châu').focus();
    await press('ArrowDown');
    await expect(an.room('Bình')).toBeFocused();
  });
});
