import type { ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { TingTing } from '@tingting/sdk';
import { render as renderBare } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { ClientContext } from '@/client/ClientContext';
import { startI18n } from '@/i18n/i18n';
import type { Language } from '@/i18n/languages';
import { TooltipProvider } from '@/ui/Tooltip';

/** Draws something inside what the app puts around it, over a client. */
export async function render(
  children: ReactNode,
  {
    client,
    language = 'en',
    address = '/',
    restored = true,
  }: {
    readonly client: TingTing;
    readonly language?: Language;
    /** Where the router stands. */
    readonly address?: string;
    /** Whether it is known already who is signed in. */
    readonly restored?: boolean;
  },
) {
  await startI18n(language);
  if (restored) await client.restore();
  const drawn = renderBare(
    <ClientContext value={client}>
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
      >
        <TooltipProvider>
          <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
        </TooltipProvider>
      </QueryClientProvider>
    </ClientContext>,
  );
  return { ...drawn, user: userEvent.setup() };
}
