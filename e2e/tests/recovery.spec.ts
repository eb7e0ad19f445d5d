import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import type { Person } from '../Person';
import type { Server } from '../Server';

test('a forgotten password is set anew with the code from the mail, by keyboard alone', async ({
  visit,
  arrive,
  server,
}) => {
  const an = await arrive('An');
  const email = await addEmail(an, server);

  const away = await visit('An');
  const { page, words } = away;
  await page.goto('/app/sign-in');
  await page.getByRole('link', { name: words('auth:forgot.link') }).press('Enter');
  await page.getByLabel(words('auth:forgot.contact')).fill(email);
  await page.keyboard.press('Enter');
  const password = `even-longer-${randomUUID()}`;
  await expect(page.getByLabel(words('auth:reset.code'))).toBeFocused();
  await page.keyboard.type(await codeFor(email, 2, server));
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status')).toHaveText(words('auth:reset.done'));
  await expect(an.page).toHaveURL(/\/app\/sign-in/);
  await page.getByLabel(words('auth:login.label')).fill(email);
  await away.password.fill(password);
  await page.keyboard.press('Enter');
  await away.seesRooms();
});

test('nothing tells whether there is an account, and a wrong code is told at its field', async ({
  visit,
}) => {
  const { page, words } = await visit('An');
  const email = `nobody-${randomUUID()}@example.org`;
  await page.goto('/app/forgot-password');
  await page.getByLabel(words('auth:forgot.contact')).fill(email);
  await page.getByRole('button', { name: words('auth:forgot.action') }).click();
  await expect(page.getByText(words('auth:reset.text', { contact: email }))).toBeVisible();

  const code = page.getByLabel(words('auth:reset.code'));
  await code.fill('000000');
  await page.getByLabel(words('auth:reset.password')).fill('rather long and new');
  await page.keyboard.press('Enter');
  await expect(code).toHaveAccessibleDescription(words('auth:reset.wrong'));
  await expect(code).toBeFocused();
});

test('a changed password leaves this device signed in and no other', async ({ arrive, visit }) => {
  const an = await arrive('An');
  const elsewhere = await visit('An');
  const phone: Page = elsewhere.page;
  await phone.goto('/app/sign-in');
  await phone.getByLabel(an.words('auth:login.label')).fill(an.account.username);
  await elsewhere.password.fill(an.account.password);
  await phone.keyboard.press('Enter');
  await elsewhere.seesRooms();

  await an.page.goto('/app/settings/account');
  const field = (name: string) => an.page.getByLabel(an.words(`settings:account.password.${name}`));
  await field('old').fill(an.account.password);
  await field('new').fill(`even-longer-${randomUUID()}`);
  await an.page.keyboard.press('Enter');

  await expect(an.page.getByText(an.words('settings:account.password.done'))).toBeVisible();
  await expect(phone).toHaveURL(/\/app\/sign-in/);
  await an.page.goto('/app');
  await an.seesRooms();
});

/** Gives somebody a confirmed address in the settings; answers it. */
async function addEmail({ page, words }: Person, server: Server): Promise<string> {
  const email = `an-${randomUUID()}@example.org`;
  await page.goto('/app/settings/account');
  await page.getByRole('button', { name: words('settings:account.email.add') }).click();
  await page.getByLabel(words('settings:account.email.address')).fill(email);
  await page.keyboard.press('Enter');
  await page.getByLabel(words('settings:account.email.code')).fill(await codeFor(email, 1, server));
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('settings:account.email.done'))).toBeVisible();
  return email;
}

/** The newest of so many codes; waits for it. */
async function codeFor(email: string, count: number, server: Server): Promise<string> {
  await expect.poll(() => server.codesFor(email)).toHaveLength(count);
  return server.codesFor(email).at(-1) ?? '';
}
