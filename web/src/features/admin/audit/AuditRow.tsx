import type { AuditEntry, KnownPerson, ServerRole } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';

/** Who did what, to whom, when and from where. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const now = useNow();
  const { from, to, until } = entry.data;
  const at = new Date(entry.created_at);
  const what = [
    t(`audit.actions.${entry.action}`),
    ...(entry.user ? [named(entry.user)] : []),
    ...(from !== undefined && to !== undefined
      ? [
          t('audit.roles', {
            from: t(`role.${from as ServerRole}`),
            to: t(`role.${to as ServerRole}`),
          }),
        ]
      : []),
    ...(until !== undefined ? [t('muted_until', { when: dates.exact(new Date(until)) })] : []),
  ];
  const who = [
    entry.actor ? named(entry.actor) : t('server'),
    ...(entry.source === null ? [] : [t('audit.from', { source: entry.source })]),
    dates.ago(at, now),
  ];
  return (
    <div className="py-3">
      <p className="wrap-anywhere">{what.join(' · ')}</p>
      <p className="text-sm wrap-anywhere text-ink-faint" title={dates.exact(at)}>
        {who.join(' · ')}
      </p>
    </div>
  );
}

const named = ({ display_name, username }: KnownPerson) => `${display_name} (@${username})`;
