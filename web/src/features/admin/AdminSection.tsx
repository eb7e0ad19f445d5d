import type { ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '@/ui/IconButton';

export interface AdminSectionProps {
  readonly title: string;
  /** Where the arrow leads on screens of one column. */
  readonly backTo: string;
  /** What narrows the list down. */
  readonly filters?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of one page of the administration. */
export function AdminSection({ title, backTo, filters, children }: AdminSectionProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-1 px-2.5 two:hidden">
        <IconButton label={t('back')} asChild>
          <Link to={backTo}>
            <ArrowLeft />
          </Link>
        </IconButton>
      </header>
      <div className="w-full max-w-[880px] px-5 pt-1 pb-12 two:px-10 two:pt-10">
        <h1 className="mb-5 text-xl font-semibold tracking-tight">{title}</h1>
        {filters !== undefined && <div className="mb-5 flex flex-wrap gap-3">{filters}</div>}
        {children}
      </div>
    </>
  );
}
