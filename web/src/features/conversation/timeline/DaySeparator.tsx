import { DayChip } from './DayChip';

/** Where a day begins. */
export function DaySeparator({ day }: { day: number }) {
  return (
    <div role="separator" className="flex justify-center pt-4 pb-1">
      <DayChip day={day} />
    </div>
  );
}
