import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import type { Person } from '../Person';

// A site without a name has no passkeys.
test.use({
  baseURL: async ({ server }, use) => use(server.url.replace('127.0.0.1', 'localhost')),
});

/** A device that keeps passkeys, and whose owner always agrees. */
async function plugIn(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function addPasskey({ page, words, account }: Person): Promise<void> {
  await page.getByRole('button', { name: words('passkeys:add.open') }).click();
  await page.getByLabel(words('passkeys:name.label')).fill('Laptop');
  await page.getByLabel(words('security:second_factor.password.label')).fill(account.password);
  await page.getByRole('button', { name: words('passkeys:add.action') }).click();
  await expect(page.getByText(words('passkeys:add.done'))).toBeVisible();
}

test('a passkey is added in the settings, signs its owner in, and is renamed and removed', async ({
  arrive,
}) => {
  const an = await arrive('An');
  const { page, words, account } = an;
  await plugIn(page);
  // Else the device agrees to what the browser offers by itself before the button is pressed.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });

  await an.open('/app/settings/security');
  const passwordField = page.getByLabel(words('security:second_factor.password.label'));
  await addPasskey(an);
  await expect(page.getByText(words('passkeys:unused'))).toBeVisible();

  await an.signOut();
  await page.getByRole('button', { name: words('passkeys:sign_in.action') }).click();
  await an.seesRooms();

  await an.open('/app/settings/security');
  await expect(page.getByText(words('passkeys:unused'))).toBeHidden();
  await page
    .getByRole('button', { name: words('passkeys:rename.label', { name: 'Laptop' }) })
    .click();
  await page.getByLabel(words('passkeys:name.label')).fill('Old laptop');
  await page.keyboard.press('Enter');
  const remove = words('passkeys:remove.label', { name: 'Old laptop' });
  await page.getByRole('button', { name: remove }).click();
  await passwordField.fill(account.password);
  await page.getByRole('button', { name: words('passkeys:remove.action') }).click();
  await expect(page.getByText(words('passkeys:remove.done'))).toBeVisible();
});

test('the browser offers a passkey where one types a name', async ({ arrive }) => {
  const an = await arrive('An');
  await plugIn(an.page);
  await an.open('/app/settings/security');
  await addPasskey(an);

  await an.signOut();
  await an.seesRooms();
});
