import { useQuery } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import type { ServerOverview } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { useDates } from '@/i18n/useDates';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Skeleton } from '@/ui/Skeleton';
import { AdminSection } from '../AdminSection';
import { administration } from '../usePages';
import { Chart } from './Chart';
import { Figures } from './Figures';

/** How much is going on, now and in the last hour. */
export function Statistics({ backTo }: { backTo: string }) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery({
    queryKey: [administration, 'overview'],
    queryFn: ({ signal }) => client.api.administration.overview({ signal }),
    refetchInterval: 5_000,
  });
  return (
    <AdminSection title={t('statistics.title')} backTo={backTo}>
      {data ? (
        <Overview overview={data} />
      ) : error ? (
        <EmptyState
          icon={WifiOff}
          title={t('failed')}
          text={problemText(error)}
          action={
            <Button variant="secondary" onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          }
        />
      ) : (
        <div aria-hidden className="grid animate-late-in grid-cols-2 gap-3 two:grid-cols-4">
          {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((one) => (
            <Skeleton key={one} className="h-20 rounded-md" />
          ))}
        </div>
      )}
    </AdminSection>
  );
}

function Overview({ overview }: { overview: ServerOverview }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const { minutes } = overview;
  return (
    <div className="flex flex-col gap-8">
      <Figures overview={overview} />
      <Chart
        title={t('statistics.messages_chart')}
        points={minutes.map(({ at, messages }) => ({ at, value: messages }))}
      />
      <Chart
        title={t('statistics.connections_chart')}
        points={minutes.map(({ at, connections }) => ({ at, value: connections }))}
      />
      <p className="text-sm text-ink-faint">
        {t('statistics.running', { when: dates.exact(new Date(overview.started_at)) })}
      </p>
    </div>
  );
}
