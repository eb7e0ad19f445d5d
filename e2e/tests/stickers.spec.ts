import { expect, test } from '../fixtures';

// The picture is fetched by the browser alone: what it may see, it is shown.
test('a sticker is found by its name, sent, and seen by the other side', async ({
  arrive,
  words,
}) => {
  const an = await arrive('An');
  const binh = await arrive('Bình');
  await an.startChatWith(binh);
  await an.write('Bình', 'Chào Bình');
  await binh.openRoom('An');

  await an.page.getByRole('button', { name: words('conversation:picker.open') }).click();
  await an.page.getByRole('tab', { name: words('conversation:picker.stickers') }).click();
  await an.page
    .getByRole('searchbox', { name: words('conversation:sticker.search') })
    .fill('chuc mung');
  await an.page.getByRole('button', { name: 'Celebrating' }).click();

  const sticker = binh.timeline.getByRole('img', {
    name: words('conversation:sticker.message', { emoji: '🎉' }),
  });
  await expect(sticker).toBeVisible();
  await expect(sticker).toHaveJSProperty('naturalWidth', 512);
  await expect(an.room('Bình')).toContainText(words('rooms:preview.sticker', { emoji: '🎉' }));
});
