import { useState } from 'react';
import { Ellipsis } from 'lucide-react';
import type { Report } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { Menu } from '@/ui/Menu';
import { MuteItems } from '../MuteItems';
import { useOfficialAct } from '../useOfficialAct';
import { RemoveMessageDialog } from './RemoveMessageDialog';

/** What those in charge may do about a report. */
export function ReportActions({ report }: { report: Report }) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const me = useMe().user_id;
  const act = useOfficialAct();
  const [removing, setRemoving] = useState(false);
  const { message, report_id: id, user } = report;
  const decide = (verdict: 'resolve' | 'dismiss' | 'reopen') =>
    act.mutate(() => administration.decide(id, verdict));
  const verdicts =
    report.state === 'open' ? (['resolve', 'dismiss'] as const) : (['reopen'] as const);
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {message?.recalled_at === null && (
        <Button variant="danger" onClick={() => setRemoving(true)}>
          {t('reports.remove')}
        </Button>
      )}
      {verdicts.map((verdict) => (
        <Button
          key={verdict}
          variant="secondary"
          busy={act.isPending}
          onClick={() => decide(verdict)}
        >
          {t(`reports.${verdict}`)}
        </Button>
      ))}
      {user.user_id !== me && (
        <Menu
          align="start"
          trigger={
            <IconButton label={t('people.actions', { name: user.display_name })}>
              <Ellipsis />
            </IconButton>
          }
        >
          <MuteItems person={user} mutedUntil={report.muted_until} act={act} />
        </Menu>
      )}
      {message && (
        <RemoveMessageDialog
          messageId={message.message_id}
          open={removing}
          onOpenChange={setRemoving}
        />
      )}
    </div>
  );
}
