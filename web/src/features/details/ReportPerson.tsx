import { useState } from 'react';
import { Flag } from 'lucide-react';
import type { User } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { ReportDialog } from '@/client/ReportDialog';
import { Button } from '@/ui/Button';

/** The way to those in charge, from a profile. */
export function ReportPerson({ user }: { user: User }) {
  const { t } = useTranslation();
  const [asking, ask] = useState(false);
  return (
    <>
      <Button variant="quiet" className="px-2.5" onClick={() => ask(true)}>
        <Flag aria-hidden className="size-[18px]" strokeWidth={1.75} />
        {t('report.action')}
      </Button>
      {asking && (
        <ReportDialog
          title={t('report.person', { name: user.display_name })}
          about={{ user_id: user.user_id }}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
}
