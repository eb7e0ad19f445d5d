import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useCountdown } from '@/ui/useCountdown';

/** The connection is lost: when the next try is, and how to hurry it. */
export function ConnectionNotice({ retryAt }: { retryAt: number | undefined }) {
  const { t } = useTranslation();
  const client = useClient();
  const seconds = useCountdown(retryAt) ?? 0;
  return (
    <div className="pointer-events-auto flex min-h-10 animate-rise-in items-center gap-2 rounded-lg bg-warning-soft py-1.5 pr-1.5 pl-3.5 text-sm font-medium text-warning-ink shadow-float">
      <CloudOff aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="pr-1.5">
        {/* The countdown is for the eyes: read out, it would interrupt every second. */}
        <span className="sr-only">{t('connection.lost')}</span>
        <span aria-hidden className="tabular">
          {seconds === 0 ? t('connection.connecting') : t('connection.retry', { count: seconds })}
        </span>
      </span>
      {seconds > 0 && (
        <button
          type="button"
          className="h-7 shrink-0 rounded-md px-2.5 font-semibold whitespace-nowrap hover:bg-warning/20 pointer-coarse:h-10"
          onClick={() => client.reconnect()}
        >
          {t('try_now')}
        </button>
      )}
    </div>
  );
}
