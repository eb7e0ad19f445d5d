import { useRef } from 'react';
import { CalendarDays, Clock3, ListChecks, Sunrise, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';
import { MenuAt, MenuItem, MenuLine } from '@/ui/Menu';
import { toast } from '@/ui/toast/toasts';
import type { Anchor } from '../column/column';
import { useColumn } from '../column/useColumn';
import { useReturnFocus } from '../overlays/useReturnFocus';
import { offeredTimes, type OfferedTime } from './times';
import { useSchedule } from './useSchedule';

interface ScheduleMenuProps {
  readonly at: Anchor;
  readonly onClose: () => void;
}

const icons: Readonly<Record<OfferedTime['name'], LucideIcon>> = {
  later_today: Clock3,
  tomorrow: Sunrise,
  monday: CalendarDays,
};

export function ScheduleMenu({ at, onClose }: ScheduleMenuProps) {
  const { t } = useTranslation('conversation');
  const dates = useDates();
  const now = useNow();
  const problemText = useProblemText();
  const column = useColumn();
  const schedule = useSchedule();
  const returnFocus = useReturnFocus();
  const chosen = useRef<() => void>(() => undefined);
  return (
    <MenuAt
      at={at}
      align="end"
      label={t('schedule.button')}
      onClose={onClose}
      onClosed={() => {
        returnFocus();
        chosen.current();
      }}
    >
      {schedule && (
        <>
          {offeredTimes(now).map(({ name, at: time }) => (
            <MenuItem
              key={name}
              icon={icons[name]}
              onSelect={() =>
                void schedule(time).catch((error: unknown) => toast(problemText(error), 'danger'))
              }
            >
              <span className="flex-1">{t(`schedule.${name}`)}</span>
              <span className="pl-4 text-sm text-ink-faint tabular">{dates.clock(time)}</span>
            </MenuItem>
          ))}
          <MenuItem
            icon={CalendarDays}
            onSelect={() => {
              chosen.current = () => column.setState({ overlay: { kind: 'pick_time' } });
            }}
          >
            {t('schedule.pick')}
          </MenuItem>
          <MenuLine />
        </>
      )}
      <MenuItem
        icon={ListChecks}
        onSelect={() => {
          chosen.current = () => column.setState({ overlay: { kind: 'scheduled' } });
        }}
      >
        {t('schedule.list')}
      </MenuItem>
    </MenuAt>
  );
}
