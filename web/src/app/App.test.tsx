import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n/i18n';
import { fakeClient } from '@/testing/fakeClient';
import { App } from './App';
import { ErrorBoundary } from './errors/ErrorBoundary';

describe('the app', () => {
  it('fetches and shows the page of the address', async () => {
    await startI18n('en');
    history.replaceState(null, '', '/app/rooms/1');
    render(<App client={fakeClient({ me: null })} />);
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(location.pathname + location.search).toBe('/app/sign-in?next=%2Fapp%2Frooms%2F1');
  });

  it('follows a link', async () => {
    await startI18n('en');
    history.replaceState(null, '', '/nowhere');
    render(<App client={fakeClient({ me: null })} />);
    await userEvent.click(await screen.findByRole('link', { name: 'To your conversations' }));
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  it('says so when a page breaks', async () => {
    await startI18n('en');
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Broken = () => {
      throw new Error('broken');
    };
    render(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('button', { name: 'Load again' })).toBeVisible();
    expect(told).toHaveBeenCalled();
  });
});
