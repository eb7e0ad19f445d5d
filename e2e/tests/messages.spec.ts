import { expect, test } from '../fixtures';

// What one may do with what was said, seen by who said it and by who reads it.
test('two people edit, answer, react to, pin, pass on and recall what they said', async ({
  arrive,
  words,
}) => {
  const an = await arrive('An');
  const binh = await arrive('Bình');
  const chi = await arrive('Chi');

  await test.step('Bình knows both', async () => {
    await binh.startChatWith(chi);
    await binh.write('Chi', 'Chào Chi');
    await an.startChatWith(binh);
    await an.write('Bình', 'Mai đi xem phin');
    await binh.openRoom('An');
    await expect(binh.message('Mai đi xem phin')).toBeVisible();
  });

  await test.step('An corrects what was sent last, without leaving the keyboard', async () => {
    await an.composer('Bình').press('ArrowUp');
    const field = an.page.getByRole('textbox', { name: words('conversation:edit.label') });
    await expect(field).toBeFocused();
    await field.fill('Mai đi xem **phim**');
    await field.press('Enter');
    await expect(binh.message('Mai đi xem phim')).toContainText(words('conversation:edited'));
    await expect(binh.message('Mai đi xem phim').getByRole('strong')).toHaveText('phim');
  });

  await test.step('Bình answers it, and the answer leads back', async () => {
    await binh.choose('Mai đi xem phim', 'reply');
    await expect(binh.composer('An')).toBeFocused();
    await binh.page.keyboard.type('Mấy giờ?');
    await binh.page.keyboard.press('Enter');
    const quote = an.message('Mấy giờ?').getByRole('button').filter({ hasText: 'Mai đi xem' });
    await expect(quote).toBeVisible();
    await quote.click();
    await expect(an.message('Mấy giờ?')).toBeVisible();
  });

  await test.step('both like it, and it counts two', async () => {
    const chip = (count: number) => words('conversation:reaction', { emoji: '👍', count });
    await an.message('Mấy giờ?').hover();
    await an.page
      .getByRole('toolbar')
      .getByRole('button', { name: words('conversation:actions.react_with', { emoji: '👍' }) })
      .click();
    await expect(an.page.getByRole('button', { name: chip(1), pressed: true })).toBeVisible();
    await binh.page.getByRole('button', { name: chip(1), pressed: false }).click();
    await expect(an.page.getByRole('button', { name: chip(2), pressed: true })).toBeVisible();
  });

  await test.step('what An pins, Bình finds', async () => {
    await an.choose('Mấy giờ?', 'pin');
    await binh.page.getByRole('button', { name: words('conversation:panels.pins') }).click();
    const pins = binh.page.getByRole('complementary');
    await expect(pins.getByText('Mấy giờ?')).toBeVisible();
    await pins.getByRole('button', { name: words('conversation:pins.show') }).click();
    await expect(binh.page).toHaveURL(/\/messages\//);
  });

  await test.step('Bình passes it on to Chi', async () => {
    await binh.choose('Mai đi xem phim', 'forward');
    const dialog = binh.page.getByRole('dialog', { name: words('conversation:forward.title') });
    await dialog.getByRole('checkbox', { name: 'Chi' }).click();
    await dialog.getByRole('button', { name: words('conversation:forward.action') }).click();
    await chi.openRoom('Bình');
    await expect(chi.message('Mai đi xem phim')).toContainText(
      words('conversation:forwarded_from', { name: 'An' }),
    );
  });

  await test.step('An takes it back, thinks better of it, and takes it back for good', async () => {
    const undo = an.page.getByRole('button', { name: words('conversation:undo') });
    await an.choose('Mai đi xem phim', 'recall');
    await undo.click();
    await expect(an.message('Mai đi xem phim').first()).toBeVisible();
    await an.choose('Mai đi xem phim', 'recall');
    await expect(an.message(words('conversation:recalled_own'))).toBeVisible();
    await expect(binh.message(words('conversation:recalled')).first()).toBeVisible();
    await expect(binh.timeline).not.toContainText('Mai đi xem');
    await expect(chi.message('Mai đi xem phim')).toBeVisible();
  });
});
