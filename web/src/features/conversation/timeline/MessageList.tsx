import { useEffect, useRef, useState } from 'react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useMessageGestures } from '../actions/useMessageGestures';
import { useConversationState } from '../useConversation';
import { EdgeNotice } from './EdgeNotice';
import { FloatingDay } from './FloatingDay';
import { JumpContext } from './JumpContext';
import { JumpToLatest } from './JumpToLatest';
import type { Linked } from './linked';
import { MountedRows } from './MountedRows';
import type { Place } from './place';
import { RetryLink } from './RetryLink';
import type { TimelineRow } from './rows';
import { useFollow } from './useFollow';
import { useGoTo } from './useGoTo';
import { useJump } from './useJump';
import { useKeepBottomEdge } from './useKeepBottomEdge';
import { useMorePages } from './useMorePages';
import { useReadMark } from './useReadMark';
import { useReturnOnSend } from './useReturnOnSend';
import { useRovingFocus } from './useRovingFocus';
import { useShowEdited } from './useShowEdited';
import { useTimelineVirtualizer } from './useTimelineVirtualizer';
import { useViewportUpdates } from './useViewportUpdates';
import { createViewport } from './viewport';

interface MessageListProps {
  readonly roomId: RoomId;
  readonly rows: readonly TimelineRow[];
  readonly opening: Place;
  /** What somebody linked to; another one while the room is open is jumped to. */
  readonly linked: Linked | undefined;
  readonly showsSenders: boolean;
}

/** The rows in view in their scrolling place, and what floats over them. */
export function MessageList({ roomId, rows, opening, linked, showsSenders }: MessageListProps) {
  const { t } = useTranslation('conversation');
  const scrollerRef = useRef<HTMLDivElement>(null);
  const focusedKeyRef = useRef<string | null>(null);
  const [viewport] = useState(createViewport);
  const reachesEnd = useConversationState((it) => it.reachesEnd);
  const { virtualizer, container } = useTimelineVirtualizer(
    rows,
    viewport,
    scrollerRef,
    focusedKeyRef,
  );
  const goTo = useGoTo(virtualizer, viewport, rows, opening, scrollerRef);
  const jump = useJump(goTo, opening);
  useFollow(virtualizer, viewport, rows, reachesEnd);
  useViewportUpdates(viewport, virtualizer, scrollerRef);
  useKeepBottomEdge(scrollerRef);
  useReadMark(viewport, rows);
  useReturnOnSend(jump.toEnd);
  const pages = useMorePages(viewport, rows.length);
  const roving = useRovingFocus(rows, virtualizer, viewport, scrollerRef, focusedKeyRef);

  const gestures = useMessageGestures(rows);
  useShowEdited(rows, virtualizer);

  const arrivedAt = useRef(linked);
  const { toMessage } = jump;
  useEffect(() => {
    if (linked !== undefined && linked !== arrivedAt.current) toMessage(linked.message);
    arrivedAt.current = linked;
  }, [linked, toMessage]);

  return (
    <div className="relative min-h-0 flex-1">
      <FloatingDay viewport={viewport} rows={rows} />
      {/* The gestures are those of the messages in it, told by where they happen. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions */}
      <div
        ref={scrollerRef}
        role="log"
        aria-live="off"
        aria-label={t('log')}
        // A place that scrolls has to be reachable by keyboard (axe: scrollable-region-focusable).
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
        tabIndex={0}
        className="h-full scroll-area overflow-x-hidden overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
        {...roving}
        {...gestures}
        onKeyDown={(event) => {
          gestures.onKeyDown(event);
          if (!event.defaultPrevented) roving.onKeyDown(event);
        }}
      >
        <div className="mx-auto flex min-h-full w-full max-w-200 flex-col justify-end px-2">
          <JumpContext value={toMessage}>
            <MountedRows
              virtualizer={virtualizer}
              container={container}
              rows={rows}
              showsSenders={showsSenders}
              highlighted={jump.highlighted}
            >
              <EdgeNotice pages={pages} />
            </MountedRows>
          </JumpContext>
          {pages.failed === 'newer' && (
            <p className="pb-3 text-center text-xs text-ink-faint">
              {t('newer_failed')} <RetryLink onRetry={pages.retry} />
            </p>
          )}
        </div>
      </div>
      <JumpToLatest viewport={viewport} roomId={roomId} onJump={() => jump.toEnd(true)} />
    </div>
  );
}
