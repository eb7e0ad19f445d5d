import type { ServerOverview } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { localeOf } from '@/i18n/languages';
import { bytesIn } from './bytes';

/** The numbers of this moment. */
export function Figures({ overview }: { overview: ServerOverview }) {
  const { t, i18n } = useTranslation('admin');
  const locale = localeOf(i18n.language);
  const number = new Intl.NumberFormat(locale);
  const figures = [
    ['users', overview.users],
    ['connections', overview.connections],
    ['per_minute', overview.messages_per_minute],
    ['open_reports', overview.open_reports],
    ['rooms', overview.rooms],
    ['messages', overview.messages],
    ['closed', overview.closed_users],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3 two:grid-cols-4">
      {figures.map(([name, value]) => (
        <Figure key={name} label={t(`statistics.${name}`)} value={number.format(value)} />
      ))}
      <Figure label={t('statistics.storage')} value={bytesIn(locale, overview.storage_bytes)} />
    </dl>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="rounded-md bg-sunken px-4 py-3">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="text-xl font-semibold tabular">{value}</dd>
    </div>
  );
}
