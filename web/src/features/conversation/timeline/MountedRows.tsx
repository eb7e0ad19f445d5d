import type { ReactNode, RefCallback } from 'react';
import { seqOf } from './place';
import type { TimelineRow } from './rows';
import { RowView } from './RowView';
import type { TimelineVirtualizer } from './useTimelineVirtualizer';

interface MountedRowsProps {
  /** Mutable: this renders whenever its owner does. */
  readonly virtualizer: TimelineVirtualizer;
  /** Tells the virtualiser the element it gives its height to. */
  readonly container: RefCallback<HTMLDivElement>;
  readonly rows: readonly TimelineRow[];
  readonly showsSenders: boolean;
  /** Seq of the message that stands out. */
  readonly highlighted: number | null;
  /** Stands in the space above the first row. */
  readonly children: ReactNode;
}

/** The rows in view and a few around, each measured and put in its place by the virtualiser. */
export function MountedRows(props: MountedRowsProps) {
  const { virtualizer, container, rows, showsSenders, highlighted, children } = props;
  return (
    <div ref={container} className="relative">
      {children}
      {virtualizer.getVirtualItems().map(({ key, index }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className="absolute inset-x-0"
          >
            <RowView
              row={row}
              showsSenders={showsSenders}
              highlighted={highlighted !== null && seqOf(row) === highlighted}
            />
          </div>
        );
      })}
    </div>
  );
}
