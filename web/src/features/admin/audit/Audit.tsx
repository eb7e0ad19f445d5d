import { useState } from 'react';
import { ScrollText } from 'lucide-react';
import { auditActions, type AuditAction } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { Select } from '@/ui/Select';
import { AdminSection } from '../AdminSection';
import { PageList } from '../PageList';
import { usePages } from '../usePages';
import { AuditRow } from './AuditRow';

/** What those in charge did. */
export function Audit({ backTo }: { backTo: string }) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const [action, setAction] = useState('');
  const filter = action === '' ? {} : { action: action as AuditAction };
  const pages = usePages(['audit', filter], (page, options) =>
    administration.audit({ ...filter, ...page }, options),
  );
  return (
    <AdminSection
      title={t('audit.title')}
      backTo={backTo}
      filters={
        <Select
          aria-label={t('audit.action')}
          value={action}
          options={[
            { value: '', label: t('audit.all') },
            ...auditActions.map((value) => ({ value, label: t(`audit.actions.${value}`) })),
          ]}
          onChange={setAction}
        />
      }
    >
      <PageList
        label={t('audit.list')}
        pages={pages}
        empty={{ icon: ScrollText, title: t('audit.none') }}
        keyOf={({ audit_id }) => audit_id}
      >
        {(entry) => <AuditRow entry={entry} />}
      </PageList>
    </AdminSection>
  );
}
