import type { Report } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { Avatar } from '@/ui/Avatar';
import { MutedNote } from '../MutedNote';
import { PersonMark } from '../PersonMark';
import { ReportActions } from './ReportActions';
import { ReportedMessage } from './ReportedMessage';

/** One report: about whom, what was said, why, and what to do. */
export function ReportCard({ report }: { report: Report }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const now = useNow();
  const { user, message, decided_by: judge } = report;
  const created = new Date(report.created_at);
  const told = [
    t('reports.by', { name: report.reporter.display_name }),
    dates.ago(created, now),
    ...(judge ? [t('reports.decided', { name: judge.display_name })] : []),
  ];
  return (
    <article className="flex gap-3 py-4" aria-label={user.display_name}>
      <Avatar id={user.user_id} name={user.display_name} src={user.avatar_url} size={40} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{user.display_name}</span>
          <span className="text-sm text-ink-faint">@{user.username}</span>
          <PersonMark person={user} />
        </p>
        <MutedNote until={report.muted_until} />
        {message && <ReportedMessage message={message} />}
        <p className="mt-2 wrap-anywhere whitespace-pre-wrap">{report.reason}</p>
        <p className="mt-1 text-sm text-ink-faint" title={dates.exact(created)}>
          {told.join(' · ')}
        </p>
        <ReportActions report={report} />
      </div>
    </article>
  );
}
