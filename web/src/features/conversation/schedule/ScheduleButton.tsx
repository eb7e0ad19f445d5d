import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { useMenuPress } from '@/ui/useMenuPress';
import { useColumn, useColumnState } from '../column/useColumn';

/** Beside "send": send later, and what waits for its time. */
export function ScheduleButton() {
  const { t } = useTranslation('conversation');
  const column = useColumn();
  const open = useColumnState(({ overlay }) => overlay?.kind === 'schedule');
  const press = useMenuPress(open, (at) => column.setState({ overlay: { kind: 'schedule', at } }));
  return (
    <IconButton label={t('schedule.button')} tooltipSide="top" {...press}>
      <CalendarClock aria-hidden />
    </IconButton>
  );
}
