import { expect, test } from '../fixtures';

test('a wrong password is told beside the form, and the right one still leads in', async ({
  visit,
  api,
}) => {
  const an = await visit('An');
  const account = await api.signUp('An');
  const signIn = an.words('auth:sign_in.action');
  await an.page.goto('/app/sign-in');
  await an.page.getByLabel(an.words('auth:login.label')).fill(account.username);
  await an.password.fill('not the password');
  await an.page.getByRole('button', { name: signIn }).click();
  await expect(an.page.getByRole('alert')).toHaveText(an.words('problems:invalid_credentials'));
  await an.password.fill(account.password);
  await an.page.getByRole('button', { name: signIn }).click();
  await an.seesRooms();
});

test('a taken username is told at its field', async ({ visit, api }) => {
  const an = await visit('An');
  const { username } = await api.signUp('An');
  await an.page.goto('/app/sign-up');
  const field = an.page.getByLabel(an.words('auth:username.label'), { exact: true });
  await field.fill(username);
  await an.password.fill('a password for nobody');
  await an.page.getByRole('button', { name: an.words('auth:sign_up.action') }).click();
  await expect(field).toHaveAccessibleDescription(an.words('auth:username.taken'));
  await expect(field).toBeFocused();
});

test('a session survives a reload and ends with signing out, in every tab', async ({ arrive }) => {
  const an = await arrive('An');
  await an.page.reload();
  await an.seesRooms();
  const otherTab = await an.page.context().newPage();
  await otherTab.goto('/app');
  await expect(otherTab.getByRole('navigation')).toBeVisible();

  await an.signOut();
  await expect(an.page).toHaveURL(/\/app\/sign-in/);
  await expect(otherTab).toHaveURL(/\/app\/sign-in/);
  await an.page.goto('/app');
  await expect(an.page).toHaveURL(/\/app\/sign-in/);
});

test('an address one was given leads there after signing in', async ({ visit, api }) => {
  const an = await visit('An');
  const account = await api.signUp('An');
  const binh = await api.signUp('Bình');
  const roomId = await api.directRoom(account, binh);
  await an.page.goto(`/app/rooms/${roomId}`);
  await expect(an.page).toHaveURL(/\/app\/sign-in/);
  await an.page.getByLabel(an.words('auth:login.label')).fill(account.username);
  await an.password.fill(account.password);
  await an.page.getByRole('button', { name: an.words('auth:sign_in.action') }).click();
  await expect(an.composer('Bình')).toBeVisible();
});
