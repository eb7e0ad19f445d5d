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

/** Draws something inside what the app puts around it, over a client that has been restored. */
export async function render(
  children: ReactNode,
  { client, language = 'en' }: { readonly client: TingTing; readonly language?: Language },
) {
  await startI18n(language);
  await client.restore();
  const drawn = renderBare(
    <ClientContext value={client}>
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
      >
        <TooltipProvider>
          <MemoryRouter>{children}</MemoryRouter>
        </TooltipProvider>
      </QueryClientProvider>
    </ClientContext>,
  );
  return { ...drawn, user: userEvent.setup() };
}
