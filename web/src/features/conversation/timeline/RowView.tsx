import { MessageRow } from '../message/MessageRow';
import { SystemEvent } from '../message/SystemEvent';
import { DaySeparator } from './DaySeparator';
import type { TimelineRow } from './rows';
import { UnreadLine } from './UnreadLine';

interface RowViewProps {
  readonly row: TimelineRow;
  readonly showsSenders: boolean;
  readonly highlighted: boolean;
}

/** A line of the timeline, by its kind. */
export function RowView({ row, showsSenders, highlighted }: RowViewProps) {
  switch (row.kind) {
    case 'day':
      return <DaySeparator day={row.day} />;
    case 'unread':
      return <UnreadLine />;
    case 'event':
      return <SystemEvent message={row.message} />;
    case 'message':
      return (
        <MessageRow
          entry={row.entry}
          own={row.own}
          startsGroup={row.startsGroup}
          showsSenders={showsSenders}
          highlighted={highlighted}
        />
      );
  }
}
