import type { Account } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { Avatar } from '@/ui/Avatar';
import { MutedNote } from '../MutedNote';
import { PersonMark } from '../PersonMark';
import { AccountMenu } from './AccountMenu';

/** One account, and what one may do with it. */
export function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const now = useNow();
  const { last_seen: seen, open_reports: reports } = account;
  const facts = [
    account.email,
    account.phone,
    seen === null ? t('people.never') : t('people.seen', { when: dates.ago(new Date(seen), now) }),
  ].filter((fact) => fact !== null);
  return (
    <div className="flex min-h-16 items-center gap-3 py-2.5">
      <Avatar id={account.user_id} name={account.display_name} src={account.avatar_url} size={40} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="truncate font-medium">{account.display_name}</span>
          <span className="truncate text-sm text-ink-faint">@{account.username}</span>
          <PersonMark person={account} />
        </p>
        <p className="text-sm wrap-anywhere text-ink-faint">{facts.join(' · ')}</p>
        <MutedNote until={account.muted_until} />
        {reports > 0 && (
          <p className="text-sm text-danger-ink">{t('people.reports', { count: reports })}</p>
        )}
      </div>
      <AccountMenu account={account} />
    </div>
  );
}
