import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { startI18n } from '@/i18n/i18n';
import { loadWords } from '@/i18n/lateWords';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { ProviderButtons } from './ProviderButtons';

beforeAll(async () => {
  await startI18n('en');
  await loadWords('oauth');
});

async function buttons(providers: { provider: string; name: string }[]) {
  const client = fakeClient({ me: null, providers });
  await render(<ProviderButtons returnTo="/app/rooms/1" />, { client });
}

describe('the ways in without a password', () => {
  it('lead to each provider, and from there to where one wanted to go', async () => {
    await buttons([{ provider: 'google', name: 'Google' }]);
    const link = await screen.findByRole('link', { name: 'Continue with Google' });
    expect(link).toHaveAttribute('href', '/api/v1/auth/oauth/google?return_to=%2Fapp%2Frooms%2F1');
  });

  it('are not there where there is no provider', async () => {
    await buttons([]);
    expect(screen.queryByText('or')).not.toBeInTheDocument();
  });
});
