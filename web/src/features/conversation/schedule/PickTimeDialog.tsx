import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { TimeForm } from './TimeForm';
import { useSchedule } from './useSchedule';

/** When what is written is to be sent. */
export function PickTimeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('conversation');
  const { t: app } = useTranslation();
  const schedule = useSchedule();
  return (
    <Dialog open onOpenChange={onClose} title={t('schedule.title')} closeLabel={app('close')}>
      <div className="px-5 pb-5">
        <TimeForm
          initial={inAnHour()}
          action={t('schedule.action')}
          onPick={async (at) => {
            await schedule?.(at);
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
}

function inAnHour(): Date {
  const at = new Date(Date.now() + 60 * 60_000);
  at.setMinutes(0, 0, 0);
  return at;
}
