import { useEffect, useState } from 'react';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useConnection } from '@/client/useConnection';
import { useCountdown } from './useCountdown';

/** A blink of the network is nobody's business: only what lasts longer is told. */
const patienceMs = 1500;

/** Floats above the page while the connection is lost, and moves nothing beneath it. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const client = useClient();
  const { status, retryAt } = useConnection();
  const seconds = useCountdown(status === 'offline' ? retryAt : undefined);
  const [patient, setPatient] = useState(true);
  const connected = status === 'online';

  useEffect(() => {
    if (connected) return undefined;
    const timer = setTimeout(() => setPatient(false), patienceMs);
    return () => {
      clearTimeout(timer);
      setPatient(true);
    };
  }, [connected]);

  const shown = !connected && !patient;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-16 z-30 flex justify-center px-4 two:top-3"
    >
      {shown && (
        <div className="pointer-events-auto flex h-10 animate-rise-in items-center gap-2.5 rounded-full bg-warning-soft pr-1.5 pl-3.5 text-sm font-medium text-warning-ink shadow-float">
          <CloudOff aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          <span className="pr-2">
            {/* The countdown is for the eyes: read out, it would interrupt every second. */}
            <span className="sr-only">{t('connection.lost')}</span>
            <span aria-hidden className="tabular">
              {seconds === undefined || seconds === 0
                ? t('connection.connecting')
                : t('connection.retry', { count: seconds })}
            </span>
          </span>
          {seconds !== undefined && seconds > 0 && (
            <button
              type="button"
              className="h-7 rounded-full px-2.5 font-semibold hover:bg-warning/20 pointer-coarse:h-10"
              onClick={() => client.reconnect()}
            >
              {t('try_now')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
