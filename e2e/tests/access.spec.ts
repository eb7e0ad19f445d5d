import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from '../fixtures';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ theme });

    test('axe finds nothing before one is signed in', async ({ visit }) => {
      const an = await visit('An');
      for (const path of ['sign-in', 'sign-up', 'forgot-password', 'no/such/page']) {
        await an.open(`/app/${path}`);
        await hasNoViolations(an.page);
      }
    });

    test('axe finds nothing where one sets a new password', async ({ visit }) => {
      const an = await visit('An');
      await an.open('/app/forgot-password');
      await an.page.getByLabel(an.words('auth:forgot.contact')).fill('an@example.org');
      await an.page.getByRole('button', { name: an.words('auth:forgot.action') }).click();
      await expect(an.page.getByLabel(an.words('auth:reset.code'))).toBeFocused();
      await hasNoViolations(an.page);
    });

    test('axe finds nothing in the forms that say what is wrong', async ({ visit }) => {
      const { page, words } = await visit('An');
      await page.goto('/app/sign-up');
      await page.getByRole('button', { name: words('auth:sign_up.action') }).click();
      await expect(page.getByText(words('auth:password.short'))).toBeVisible();
      await hasNoViolations(page);
    });

    test('axe finds nothing in the rooms and conversations', async ({ arrive, api }) => {
      const an = await arrive('An');
      await hasNoViolations(an.page);

      const binh = await api.signUp('Bình');
      const roomId = await api.directRoom(binh, an.account);
      await an.page.goto(`/app/rooms/${roomId}`);
      await expect(an.composer('Bình')).toBeVisible();
      await hasNoViolations(an.page);

      await api.send(binh, roomId, 'Chào An', 'https://example.org is a link', '👋');
      await an.write('Bình', 'Chào Bình');
      await an.seesState('Chào Bình', 'sent');
      await hasNoViolations(an.page);
    });

    test('axe finds nothing in the dialogs', async ({ arrive }) => {
      const { page, words } = await arrive('An');
      for (const [address, dialog] of [
        ['/app?new=chat', 'people:direct.title'],
        ['/app?new=group', 'people:group.title'],
        ['/app/friends?new=friend', 'people:ties.add'],
      ] as const) {
        await page.goto(address);
        await expect(page.getByRole('dialog', { name: words(dialog) })).toBeVisible();
        await hasNoViolations(page);
      }
    });

    test('axe finds nothing among the friends', async ({ arrive, api }) => {
      const an = await arrive('An');
      await an.open('/app/friends');
      await expect(an.page.getByText(an.words('people:ties.none'))).toBeVisible();
      await hasNoViolations(an.page);
      await api.befriend(await api.signUp('Bình'), await api.signIn(an.account));
      await api.askToBeFriends(await api.signUp('Châu'), an.account);
      await expect(an.page.getByRole('listitem').filter({ hasText: 'Châu' })).toBeVisible();
      await hasNoViolations(an.page);
    });

    test('axe finds nothing in the administration', async ({ arrive, api, server }) => {
      const an = await arrive('An');
      const binh = await api.signUp('Bình');
      const roomId = await api.directRoom(binh, an.account);
      await api.send(binh, roomId, 'Something rude');
      await an.openRoom('Bình');
      await an.choose('Something rude', 'report');
      const dialog = an.page.getByRole('dialog', { name: an.words('app:report.message') });
      await dialog.getByLabel(an.words('app:report.reason')).fill('This is rude.');
      await hasNoViolations(an.page);
      await dialog.getByRole('button', { name: an.words('app:report.action') }).click();
      await expect(dialog).toBeHidden();

      await server.admin('grant', an.account.username, 'admin');
      for (const [path, shown] of [
        ['reports', 'Something rude'],
        ['people', an.account.username],
        ['rooms', an.words('admin:rooms.unnamed')],
        ['audit', an.words('admin:audit.actions.role_changed')],
        ['statistics', an.words('admin:statistics.storage')],
      ] as const) {
        await an.page.goto(`/app/admin/${path}`);
        await expect(an.page.getByRole('main')).toContainText(shown);
        await hasNoViolations(an.page);
      }
    });

    test('axe finds nothing in the settings', async ({ arrive }) => {
      const an = await arrive('An');
      for (const page of [
        'profile',
        'account',
        'security',
        'devices',
        'privacy',
        'appearance',
        'data',
      ]) {
        await an.open(`/app/settings/${page}`);
        await hasNoViolations(an.page);
      }
    });
  });
}

/** Every rule of axe, those beyond WCAG as well. Evaluated, not added as a script: the page's policy allows none. */
async function hasNoViolations(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => axe.run());
  expect(
    violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) })),
  ).toEqual([]);
}
