import { useState } from 'react';
import {
  ArrowLeft,
  Database,
  Eye,
  KeyRound,
  LogOut,
  MonitorSmartphone,
  Palette,
  ShieldCheck,
  UserRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { useMe } from '@/client/useMe';
import { Avatar } from '@/ui/Avatar';
import { cn } from '@/ui/cn';
import { IconButton } from '@/ui/IconButton';
import { SignOutDialog } from './SignOutDialog';

const pages = [
  { to: '/app/settings/profile', words: 'profile.title', icon: UserRound },
  { to: '/app/settings/account', words: 'account.title', icon: KeyRound },
  { to: '/app/settings/security', words: 'security.title', icon: ShieldCheck },
  { to: '/app/settings/devices', words: 'devices.title', icon: MonitorSmartphone },
  { to: '/app/settings/privacy', words: 'privacy.title', icon: Eye },
  { to: '/app/settings/appearance', words: 'appearance.title', icon: Palette },
  { to: '/app/settings/data', words: 'data.title', icon: Database },
] as const;

const row =
  'flex h-11 w-full items-center gap-3 rounded-md px-3 font-medium transition-colors hover:bg-hover [&_svg]:size-[18px] [&_svg]:stroke-[1.75]';

export interface SettingsNavProps {
  readonly backTo: string;
  readonly heading: 'h1' | 'h2';
}

export function SettingsNav({ backTo, heading: Heading }: SettingsNavProps) {
  const { t } = useTranslation('settings');
  const me = useMe();
  const [leaving, setLeaving] = useState(false);
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
      <div className="flex items-center gap-3 px-5 pt-2 pb-5">
        <Avatar id={me.user_id} name={me.display_name} src={me.avatar_url} size={48} />
        <div className="min-w-0">
          <p className="truncate font-semibold">{me.display_name}</p>
          <p className="truncate text-sm text-ink-faint">@{me.username}</p>
        </div>
      </div>
      <div className="px-2">
        <ul className="flex flex-col gap-0.5">
          {pages.map(({ to, words, icon: Icon }) => (
            <li key={to}>
              <NavLink
                to={to}
                className={({ isActive }) => cn(row, isActive && 'bg-selected hover:bg-selected')}
              >
                <Icon aria-hidden className="text-ink-soft" />
                {t(words)}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
      <div className="mx-5 my-3 border-t border-line" />
      <div className="px-2">
        <button
          type="button"
          className={cn(row, 'text-danger-ink')}
          onClick={() => setLeaving(true)}
        >
          <LogOut aria-hidden />
          {t('sign_out.action')}
        </button>
      </div>
      <SignOutDialog open={leaving} onOpenChange={setLeaving} />
    </>
  );
}
