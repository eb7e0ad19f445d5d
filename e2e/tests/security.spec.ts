import { codeOf } from '../authenticator';
import { expect, test } from '../fixtures';
import type { Person } from '../Person';

test('with two-step verification one signs in with a code of the app, or a recovery code', async ({
  arrive,
}) => {
  const an = await arrive('An');
  const { page, words } = an;
  const { secret, recoveryCodes } = await switchOn(an);

  await an.signOut();
  await enterPassword(an);
  const code = page.getByLabel(words('auth:otp.app.label'));
  await expect(code).toBeFocused();
  await code.fill('000000');
  await code.press('Enter');
  await expect(code).toHaveAccessibleDescription(words('auth:otp.app.wrong'));
  await code.fill(codeOf(secret));
  await code.press('Enter');
  await an.seesRooms();

  await an.signOut();
  await enterPassword(an);
  await page.getByRole('button', { name: words('auth:otp.use_recovery') }).click();
  await page.getByLabel(words('auth:otp.recovery.label')).fill(recoveryCodes[0] ?? '');
  await page.keyboard.press('Enter');
  await an.seesRooms();

  await an.open('/app/settings/security');
  const left = words('security:second_factor.left', { count: recoveryCodes.length - 1 });
  await expect(page.getByText(left)).toBeVisible();
  const off = page.getByRole('button', { name: words('security:second_factor.switch_off.action') });
  await off.click();
  await page.getByLabel(words('security:second_factor.password.label')).fill(an.account.password);
  await off.click();
  await expect(page.getByText(words('security:second_factor.switch_off.done'))).toBeVisible();
});

test('a device that is signed out from another one lands where one signs in', async ({
  arrive,
  visit,
}) => {
  const an = await arrive('An');
  const away = await visit('An');
  await enterPassword(away, an.account);
  await away.seesRooms();

  const { page, words } = an;
  await an.open('/app/settings/devices');
  const devices = page.getByRole('list', { name: words('security:devices.list') });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices.getByRole('listitem').first()).toContainText(
    words('security:devices.current'),
  );
  await devices.getByRole('button').click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: words('security:devices.end') }).click();

  await expect(away.page).toHaveURL(/\/app\/sign-in/);
  await expect(devices.getByRole('listitem')).toHaveCount(1);
});

async function enterPassword(person: Person, account = person.account): Promise<void> {
  const { page, words } = person;
  await page.goto('/app/sign-in');
  await page.getByLabel(words('auth:login.label')).fill(account.username);
  await person.password.fill(account.password);
  await page.keyboard.press('Enter');
}

async function switchOn({ page, words, account }: Person) {
  await page.goto('/app/settings/security');
  await page.getByRole('button', { name: words('security:second_factor.set_up') }).click();
  await page.getByLabel(words('security:second_factor.password.label')).fill(account.password);
  await page.keyboard.press('Enter');

  const list = page.getByRole('list', { name: words('security:second_factor.codes.list') });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const recoveryCodes = await list.getByRole('listitem').allTextContents();
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: words('security:second_factor.codes.download') }).click();
  expect((await file).suggestedFilename()).toMatch(/\.txt$/);
  await page.getByRole('button', { name: words('security:second_factor.codes.kept') }).click();

  await expect(
    page.getByRole('img', { name: words('security:second_factor.app.qr') }),
  ).toBeVisible();
  const secret = await page.getByRole('code').innerText();
  await page.getByLabel(words('security:second_factor.app.code')).fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('security:second_factor.done'))).toBeVisible();
  return { secret, recoveryCodes };
}
