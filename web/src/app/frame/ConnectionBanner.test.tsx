import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { ConnectionBanner } from './ConnectionBanner';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('the connection banner', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());

  it('keeps quiet about a blink of the network', async () => {
    const client = fakeClient({ me: me() });
    await render(<ConnectionBanner />, { client });
    act(() => client.connection.setState({ status: 'connecting', attempt: 1 }));
    await pass(1000);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => client.connection.setState({ status: 'online', attempt: 0 }));
    await pass(5000);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('counts down to the next try and can be hurried', async () => {
    const client = fakeClient({ me: me() });
    await render(<ConnectionBanner />, { client });
    act(() =>
      client.connection.setState({ status: 'offline', attempt: 2, retryAt: Date.now() + 6000 }),
    );
    await pass(2000);
    expect(screen.getByText('Connection lost. Trying again in 4 s.')).toBeVisible();
    await pass(1000);
    expect(screen.getByText('Connection lost. Trying again in 3 s.')).toBeVisible();

    act(() => screen.getByRole('button', { name: 'Try now' }).click());
    expect(client.connection.getState().status).toBe('online');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
