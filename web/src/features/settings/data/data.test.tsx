import { lazy, Suspense } from 'react';
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { loadWords } from '@/i18n/lateWords';
import { fakeClient } from '@/testing/fakeClient';
import { rightPassword } from '@/testing/fakeOwnData';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { OwnData } from './OwnData';

// As the router does it: its words come with the page.
const Page = lazy(async () => {
  await loadWords('data');
  return { default: () => <OwnData backTo="/" /> };
});

async function ownData() {
  const client = fakeClient({ me: me() });
  const page = (
    <Suspense>
      <Page />
    </Suspense>
  );
  const { user } = await render(page, { client });
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { client, user, press };
}

describe('a copy of my data', () => {
  it('is made at a wish, and then there to be fetched', async () => {
    const { client, press } = await ownData();
    const fetched = vi.spyOn(client.api.ownData, 'exportFile');
    URL.createObjectURL = () => 'blob:copy';
    URL.revokeObjectURL = () => undefined;
    await press('Make a copy');
    expect(await screen.findByText('Your copy is ready (49 kB).')).toBeVisible();
    await press('Download');
    expect(fetched).toHaveBeenCalledOnce();
  });
});

describe('closing my account', () => {
  it('takes the right password, and tells the server what becomes of my messages', async () => {
    const { client, user, press } = await ownData();
    const erase = vi.spyOn(client.api.ownData, 'erase');
    await press('Erase');
    await user.click(await screen.findByLabelText('Recall all messages I wrote'));
    const password = screen.getByLabelText('Your password');
    await user.type(password, 'wrong{Enter}');
    expect(password).toHaveAccessibleDescription('This is not your password.');

    await user.clear(password);
    await user.type(password, `${rightPassword}{Enter}`);
    expect(erase).toHaveBeenLastCalledWith({ password: rightPassword, recall_messages: true });
    expect(client.session.getState().status).toBe('signed_out');
  });
});
