import { useDates } from '@/i18n/useDates';
import { cn } from '@/ui/cn';
import { Tooltip } from '@/ui/Tooltip';

/** The clock; all of the date in a tooltip and for those who hear it. */
export function MessageTime({ time, className }: { time: number; className?: string }) {
  const dates = useDates();
  const at = new Date(time);
  const exact = dates.exact(at);
  return (
    <Tooltip text={exact} side="top">
      <time
        dateTime={at.toISOString()}
        className={cn('text-xs text-ink-faint tabular select-none', className)}
      >
        <span aria-hidden>{dates.clock(at)}</span>
        <span className="sr-only">{exact}</span>
      </time>
    </Tooltip>
  );
}
