import { useState } from 'react';
import { Flag } from 'lucide-react';
import type { ReportState } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { Choice } from '@/ui/Choice';
import { AdminSection } from '../AdminSection';
import { PageList } from '../PageList';
import { usePages } from '../usePages';
import { ReportCard } from './ReportCard';

const states = ['open', 'resolved', 'dismissed'] as const satisfies readonly ReportState[];

/** What people have reported. */
export function Reports({ backTo }: { backTo: string }) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const [state, setState] = useState<ReportState>('open');
  const pages = usePages(['reports', state], (page, options) =>
    administration.reports({ state, ...page }, options),
  );
  const empty =
    state === 'open'
      ? { title: t('reports.none_open'), text: t('reports.none_open_text') }
      : { title: t('reports.none') };
  return (
    <AdminSection
      title={t('reports.title')}
      backTo={backTo}
      filters={
        <Choice
          label={t('reports.state')}
          value={state}
          options={states.map((value) => ({ value, label: t(`reports.${value}`) }))}
          onChange={setState}
        />
      }
    >
      <PageList
        label={t('reports.list')}
        pages={pages}
        empty={{ icon: Flag, ...empty }}
        keyOf={({ report_id }) => report_id}
      >
        {(report) => <ReportCard report={report} />}
      </PageList>
    </AdminSection>
  );
}
