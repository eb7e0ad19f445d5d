import { act, screen } from '@testing-library/react';
import { NetworkError } from '@tingting/sdk';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { GuestGate } from './GuestGate';
import { MemberGate } from './MemberGate';
import { RestoreGate } from './RestoreGate';

function Here() {
  const { pathname, search } = useLocation();
  return <p>{pathname + search}</p>;
}

const places = (
  <RestoreGate>
    <Routes>
      <Route element={<GuestGate />}>
        <Route path="/app/sign-in" element={<Here />} />
      </Route>
      <Route element={<MemberGate />}>
        <Route path="/app/*" element={<Here />} />
      </Route>
    </Routes>
  </RestoreGate>
);

describe('the gates', () => {
  it('send who is not signed in to sign in, and remember where they wanted to go', async () => {
    await render(places, {
      client: fakeClient({ me: null }),
      address: '/app/rooms/1?panel=details',
    });
    expect(
      screen.getByText('/app/sign-in?next=%2Fapp%2Frooms%2F1%3Fpanel%3Ddetails'),
    ).toBeVisible();
  });

  it('lead on from signing in to where one wanted to go', async () => {
    const client = fakeClient({ me: me() });
    await render(places, { client, address: '/app/sign-in?next=%2Fapp%2Frooms%2F1' });
    expect(screen.getByText('/app/rooms/1')).toBeVisible();
  });

  it('forget the place of who signed out by themselves', async () => {
    const client = fakeClient({ me: me() });
    await render(places, { client, address: '/app/rooms/1' });
    await act(() => client.logout());
    expect(screen.getByText('/app/sign-in')).toBeVisible();
  });
});

describe('the start', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());

  it('shows no page before it is known who is here', async () => {
    const never = { restore: () => new Promise<never>(() => undefined) };
    const client = fakeClient({ me: null, refuse: never });
    await render(places, { client, address: '/app/sign-in', restored: false });
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(screen.getByText('Opening your conversations…')).toBeVisible();
    expect(screen.queryByText('/app/sign-in')).not.toBeInTheDocument();
  });

  it('says that the server is out of reach, and goes on as soon as it answers', async () => {
    let reachable = false;
    const client = fakeClient({
      me: null,
      refuse: {
        restore() {
          if (!reachable) return Promise.reject(new NetworkError('unreachable'));
          client.session.setState({ status: 'signed_in', me: me() }, true);
          return Promise.resolve(client.session.getState());
        },
      },
    });
    await render(places, { client, address: '/app/rooms/1', restored: false });
    expect(await screen.findByText('The server is out of reach')).toBeVisible();
    reachable = true;
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(screen.getByText('/app/rooms/1')).toBeVisible();
  });
});
