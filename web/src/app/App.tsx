import type { TingTing } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { ClientContext } from '@/client/ClientContext';
import { Toaster } from '@/ui/toast/Toaster';
import { TooltipProvider } from '@/ui/Tooltip';
import { Router } from './router';
import { RestoreGate } from './session/RestoreGate';

/** Everything that surrounds the pages; the client comes from outside, so that tests bring theirs. */
export function App({ client }: { client: TingTing }) {
  const { t } = useTranslation();
  return (
    <ClientContext value={client}>
      <TooltipProvider delayDuration={500} skipDelayDuration={200}>
        <RestoreGate>
          <Router />
        </RestoreGate>
        <Toaster label={t('toasts')} closeLabel={t('close')} />
      </TooltipProvider>
    </ClientContext>
  );
}
