import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { wordsIn } from '../words';

test('the language changes at once and stays', async ({ arrive }) => {
  const an = await arrive('An');
  await an.page.goto('/app/settings/appearance');
  await an.page.getByRole('radio', { name: 'Tiếng Việt' }).click();

  const vietnamese = wordsIn('vi');
  const heading = an.page.getByRole('heading', { name: vietnamese('settings:appearance.title') });
  await expect(heading).toBeVisible();
  await expect(an.page.locator('html')).toHaveAttribute('lang', 'vi');
  await an.page.reload();
  await expect(heading).toBeVisible();
});

test('the theme follows the system until one is chosen, and the choice stays', async ({
  arrive,
}) => {
  const an = await arrive('An');
  await an.page.goto('/app/settings/appearance');
  expect(await brightness(an.page)).toBeGreaterThan(0.8);
  await an.page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => brightness(an.page)).toBeLessThan(0.3);

  await an.page.getByRole('radio', { name: an.words('settings:appearance.themes.light') }).click();
  await expect.poll(() => brightness(an.page)).toBeGreaterThan(0.8);
  await an.page.reload();
  await expect(
    an.page.getByRole('radio', { name: an.words('settings:appearance.themes.light') }),
  ).toBeChecked();
  expect(await brightness(an.page)).toBeGreaterThan(0.8);
});

test('a new name reaches those one talks with', async ({ arrive }) => {
  const an = await arrive('An');
  const binh = await arrive('Bình');
  await an.startChatWith(binh);
  await an.write('Bình', 'Chào');
  await expect(binh.room('An')).toBeVisible();

  await an.page.goto('/app/settings/profile');
  await an.page.getByLabel(an.words('settings:profile.display_name.label')).fill('Anh Thư');
  await an.page.getByRole('button', { name: an.words('settings:profile.save') }).click();
  await expect(an.page.getByText(an.words('settings:profile.saved'))).toBeVisible();
  await expect(binh.room('Anh Thư')).toBeVisible();
});

/** How bright the page's ground is: 0 is black, 1 is white. */
async function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const pixel = document.createElement('canvas').getContext('2d');
    if (pixel === null) throw new Error('no canvas');
    pixel.fillStyle = getComputedStyle(document.body).backgroundColor;
    pixel.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / (3 * 255);
  });
}
