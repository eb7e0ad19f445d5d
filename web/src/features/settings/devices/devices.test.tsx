import { screen, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { startI18n } from '@/i18n/i18n';
import { loadWords } from '@/i18n/lateWords';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { Devices } from './Devices';

beforeAll(async () => {
  await startI18n('en');
  await loadWords('security');
});

async function devices() {
  const { user } = await render(<Devices backTo="/" />, { client: fakeClient({ me: me() }) });
  const rows = async () =>
    within(await screen.findByRole('list', { name: 'Devices' })).getAllByRole('listitem');
  const confirm = async () => {
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Sign out' }));
  };
  return { user, rows, confirm };
}

it('lists this device first, and every device by what it says it is', async () => {
  const { rows } = await devices();
  const [here, phone, bot] = await rows();
  expect(here).toHaveTextContent('Firefox on LinuxThis device');
  expect(phone).toHaveTextContent('Chrome on Android');
  expect(phone).toHaveTextContent('203.0.113.7 · Last used 5 minutes ago');
  expect(bot).toHaveTextContent('curl/8.14.1');
});

it('signs out one device after it was asked, or all others', async () => {
  const { user, rows, confirm } = await devices();
  await user.click(await screen.findByRole('button', { name: 'Sign out Chrome on Android' }));
  await confirm();
  await expect.poll(rows).toHaveLength(2);

  await user.click(screen.getByRole('button', { name: 'Sign out all other devices' }));
  await confirm();
  await expect.poll(rows).toHaveLength(1);
  expect(screen.getByText('You are signed in nowhere else.')).toBeVisible();
});
