import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { useColumn, useColumnState } from '../column/useColumn';

/** Beside "send": send later, and what waits for its time. */
export function ScheduleButton() {
  const { t } = useTranslation('conversation');
  const column = useColumn();
  const open = useColumnState(({ overlay }) => overlay?.kind === 'schedule');
  return (
    <IconButton
      label={t('schedule.button')}
      tooltipSide="top"
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={(event) =>
        column.setState({
          overlay: { kind: 'schedule', at: event.currentTarget.getBoundingClientRect() },
        })
      }
    >
      <CalendarClock aria-hidden />
    </IconButton>
  );
}
