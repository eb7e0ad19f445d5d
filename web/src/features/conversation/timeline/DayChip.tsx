import { useDates } from '@/i18n/useDates';
import { useNow } from '@/i18n/useNow';

export function DayChip({ day }: { day: number }) {
  const now = useNow();
  return (
    <span className="rounded-full bg-surface/90 px-2.5 py-0.5 text-xs font-medium text-ink-soft ring-1 ring-line backdrop-blur-sm">
      {useDates().day(new Date(day), now)}
    </span>
  );
}
