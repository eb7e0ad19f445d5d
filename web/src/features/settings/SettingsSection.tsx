import type { ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '@/ui/IconButton';

export interface SettingsSectionProps {
  readonly title: string;
  /** Where the arrow leads on screens of one column. */
  readonly backTo: string;
  readonly children: ReactNode;
}

/** The frame of one page of settings. */
export function SettingsSection({ title, backTo, children }: SettingsSectionProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-1 px-2.5 two:hidden">
        <IconButton label={t('back')} asChild>
          <Link to={backTo}>
            <ArrowLeft />
          </Link>
        </IconButton>
      </header>
      <div className="w-full max-w-[640px] px-5 pt-1 pb-12 two:px-10 two:pt-10">
        <h1 className="mb-6 text-xl font-semibold tracking-tight">{title}</h1>
        {children}
      </div>
    </>
  );
}
