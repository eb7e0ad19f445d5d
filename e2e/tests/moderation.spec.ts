import { expect, test } from '../fixtures';

test('what somebody reports a moderator removes, mutes its sender, and the audit log tells', async ({
  arrive,
  api,
  server,
}) => {
  const an = await arrive('An');
  const binh = await api.signUp('Bình');
  const mai = await arrive('Mai');
  await server.admin('grant', mai.account.username, 'moderator');
  const room = await api.directRoom(binh, an.account);
  await api.send(binh, room, 'Something rude');

  await test.step('An reports the message', async () => {
    await an.openRoom('Bình');
    await an.choose('Something rude', 'report');
    const dialog = an.page.getByRole('dialog', { name: an.words('app:report.message') });
    await dialog.getByLabel(an.words('app:report.reason')).fill('This is rude.');
    await dialog.getByRole('button', { name: an.words('app:report.action') }).click();
    await expect(an.page.getByText(an.words('app:report.done'), { exact: true })).toBeVisible();
    await expect(an.page.getByRole('link', { name: an.words('app:frame.admin') })).toBeHidden();
  });

  const { page, words } = mai;
  const card = page.getByRole('article').filter({ hasText: `@${binh.username}` });
  await test.step('Mai, who has just become a moderator, removes it', async () => {
    await page.getByRole('link', { name: words('app:frame.admin') }).click();
    await expect(card).toContainText('Something rude');
    await card
      .getByRole('button', { name: words('admin:people.actions', { name: 'Bình' }) })
      .click();
    await page.getByRole('menuitem', { name: words('admin:mute.label') }).click();
    await page.getByRole('menuitem', { name: words('admin:mute.hour') }).click();
    await expect(
      page.getByText(words('admin:mute.done', { name: 'Bình' }), { exact: true }),
    ).toBeVisible();
    await card.getByRole('button', { name: words('admin:reports.remove') }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: words('admin:reports.removing.confirm') })
      .click();
    await expect(card).toBeHidden();
  });

  await test.step('An sees that it is gone, and Bình cannot write', async () => {
    await expect(an.message(an.words('conversation:recalled'))).toBeVisible();
    await expect(an.timeline).not.toContainText('Something rude');
    await expect(api.send(binh, room, 'More of it')).rejects.toThrow('muted');
  });

  await test.step('the audit log tells what Mai did', async () => {
    await page.getByRole('link', { name: words('admin:audit.title') }).click();
    const log = page.getByRole('list', { name: words('admin:audit.list') });
    const acts = log.getByRole('listitem').filter({ hasText: `@${mai.account.username}` });
    for (const act of ['message_removed', 'report_resolved', 'muted']) {
      const line = acts.filter({ hasText: `@${binh.username}` });
      await expect(
        line.filter({ hasText: words(`admin:audit.actions.${act}`) }).first(),
      ).toBeVisible();
    }
    await expect(log).not.toContainText('rude');
  });
});

test('an admin appoints, closes an account and opens it again', async ({ arrive, server }) => {
  const an = await arrive('An');
  const binh = await arrive('Bình');
  await server.admin('grant', an.account.username, 'admin');
  const { page, words } = an;
  await page.getByRole('link', { name: words('app:frame.admin') }).click();
  await page.getByRole('link', { name: words('admin:people.title') }).click();
  await page.getByLabel(words('admin:people.search')).fill(binh.account.username);
  const row = page.getByRole('listitem').filter({ hasText: `@${binh.account.username}` });
  const choose = async (item: string) => {
    await row
      .getByRole('button', { name: words('admin:people.actions', { name: 'Bình' }) })
      .click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };

  await choose(words('admin:people.make', { role: words('admin:role.moderator') }));
  await expect(row).toContainText(words('admin:role.moderator'));
  await expect(binh.page.getByRole('link', { name: words('app:frame.admin') })).toBeVisible();

  await choose(words('admin:people.disable'));
  await page.getByRole('button', { name: words('admin:people.closing.confirm') }).click();
  await expect(row).toContainText(words('admin:state.disabled'));
  await expect(binh.password).toBeVisible();

  await choose(words('admin:people.enable'));
  await expect(row).not.toContainText(words('admin:state.disabled'));
  await binh.signIn();
});
