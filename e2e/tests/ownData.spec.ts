import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures';

test('somebody takes their data along, has the account erased, and comes back in time', async ({
  arrive,
}) => {
  const an = await arrive('An');
  const { page, words, account } = an;
  await an.open('/app/settings/data');

  await page.getByRole('button', { name: words('data:export.begin') }).click();
  const download = page.getByRole('button', { name: words('data:export.download') });
  await expect(download).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  const copy = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
    account: { username: string };
  };
  expect(copy.account.username).toBe(account.username);

  await page.getByRole('button', { name: words('data:erase.action'), exact: true }).click();
  await page.getByLabel(words('data:password.label')).fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/app\/sign-in/);

  await page.getByLabel(words('auth:login.label')).fill(account.username);
  await an.password.fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words('auth:closed.action') }).click();
  await an.seesRooms();
});
