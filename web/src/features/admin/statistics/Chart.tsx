import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';
import { localeOf } from '@/i18n/languages';
import { barsOf, type Point } from './bars';

export interface ChartProps {
  readonly title: string;
  /** The oldest first. */
  readonly points: readonly Point[];
}

const width = 600;
const height = 120;

/** Bars, one a minute; read aloud it is its title and the highest. */
export function Chart({ title, points }: ChartProps) {
  const { t, i18n } = useTranslation('admin');
  const dates = useDates();
  const id = useId();
  const { bars, most, from, to } = barsOf(points, width, height);
  const number = new Intl.NumberFormat(localeOf(i18n.language)).format(most);
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="mb-2 flex items-baseline gap-3">
        <span className="flex-1 text-sm font-medium">{title}</span>
        <span className="text-xs text-ink-faint tabular">{t('statistics.most', { number })}</span>
      </figcaption>
      <svg
        aria-hidden
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="h-30 w-full border-b border-line fill-accent"
      >
        {bars.map(({ at, ...box }) => (
          <rect key={at} {...box} rx={1} />
        ))}
      </svg>
      {from && to && (
        <p className="mt-1 flex justify-between text-xs text-ink-faint tabular">
          <span>{dates.clock(from)}</span>
          <span>{dates.clock(to)}</span>
        </p>
      )}
    </figure>
  );
}
