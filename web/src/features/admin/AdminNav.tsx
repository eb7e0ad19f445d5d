import { ArrowLeft, ChartColumn, Flag, MessagesSquare, ScrollText, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { cn } from '@/ui/cn';
import { IconButton } from '@/ui/IconButton';

const pages = [
  { to: '/app/admin/reports', words: 'reports.title', icon: Flag },
  { to: '/app/admin/people', words: 'people.title', icon: Users },
  { to: '/app/admin/rooms', words: 'rooms.title', icon: MessagesSquare },
  { to: '/app/admin/audit', words: 'audit.title', icon: ScrollText },
  { to: '/app/admin/statistics', words: 'statistics.title', icon: ChartColumn },
] as const;

export interface AdminNavProps {
  readonly backTo: string;
  readonly heading: 'h1' | 'h2';
}

/** What there is to look after. */
export function AdminNav({ backTo, heading: Heading }: AdminNavProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-1 px-2.5">
        <IconButton label={t('back')} asChild>
          <Link to={backTo}>
            <ArrowLeft />
          </Link>
        </IconButton>
        <Heading className="text-xl font-semibold tracking-tight">{t('title')}</Heading>
      </header>
      <ul className="flex flex-col gap-0.5 px-2 pt-2">
        {pages.map(({ to, words, icon: Icon }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={({ isActive }) =>
                cn(
                  'flex h-11 w-full items-center gap-3 rounded-md px-3 font-medium transition-colors hover:bg-hover',
                  isActive && 'bg-selected hover:bg-selected',
                )
              }
            >
              <Icon aria-hidden className="size-[18px] text-ink-soft" strokeWidth={1.75} />
              {t(words)}
            </NavLink>
          </li>
        ))}
      </ul>
    </>
  );
}
