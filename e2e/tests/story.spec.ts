import { expect, test } from '../fixtures';

// What the product is for, from the first visit on.
test('two people sign up, find each other and talk, and it is all there after a restart', async ({
  visit,
  server,
}) => {
  const an = await visit('An');
  const binh = await visit('Bình');

  await test.step('both sign up', async () => {
    await an.signUp();
    await binh.signUp();
  });

  await test.step('An finds Bình and writes first', async () => {
    await an.startChatWith(binh);
    await an.write('Bình', 'Chào Bình!');
    await expect(an.message('Chào Bình!')).toBeVisible();
  });

  await test.step('Bình sees it at once, with the count of what is unread', async () => {
    await expect(binh.room('An')).toContainText('Chào Bình!');
    await expect(binh.room('An')).toContainText(binh.words('rooms:row.unread', { count: 1 }));
    await binh.openRoom('An');
    await expect(binh.message('Chào Bình!')).toBeVisible();
    await expect(binh.room('An')).not.toContainText(binh.words('rooms:row.unread', { count: 1 }));
    await an.seesState('Chào Bình!', 'read');
  });

  await test.step('An sees that Bình is there and that Bình types', async () => {
    await expect(an.page.getByRole('main')).toContainText(an.words('conversation:status.online'));
    const typing = an.words('conversation:typing.one', { name: 'Bình' });
    await binh.composer('An').pressSequentially('Chào', { delay: 50 });
    await expect(an.page.getByText(typing)).toBeVisible();
    await binh.composer('An').fill('');
    await expect(an.page.getByText(typing)).toBeHidden();
  });

  await test.step('they talk', async () => {
    await binh.write('An', 'Chào An, khoẻ không?');
    await expect(an.message('Chào An, khoẻ không?')).toBeVisible();
    await an.write('Bình', 'Vẫn vậy thôi');
    await expect(binh.message('Vẫn vậy thôi')).toBeVisible();
  });

  await test.step('the server goes away and both are told', async () => {
    await server.stop();
    const lost = an.words('app:connection.lost');
    await expect(an.page.getByText(lost)).toBeAttached();
    await expect(binh.page.getByText(lost)).toBeAttached();
  });

  await test.step('it comes back, and the pages with it', async () => {
    await server.start();
    await expect(an.page.getByText(an.words('app:connection.lost'))).not.toBeAttached({
      timeout: 20_000,
    });
    await an.write('Bình', 'Còn đó không?');
    await expect(binh.message('Còn đó không?')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('everything is there, on a page that is opened anew as well', async () => {
    await binh.page.reload();
    for (const text of ['Chào Bình!', 'Chào An, khoẻ không?', 'Vẫn vậy thôi', 'Còn đó không?']) {
      await expect(binh.message(text).first()).toBeVisible();
      await expect(an.message(text).first()).toBeVisible();
    }
  });

  await test.step('Bình leaves, and An sees it after the grace', async () => {
    await binh.page.context().close();
    await expect(an.page.getByRole('main')).not.toContainText(
      an.words('conversation:status.online'),
      { timeout: 20_000 },
    );
  });
});
