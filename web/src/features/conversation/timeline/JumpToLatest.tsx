import { ArrowDown } from 'lucide-react';
import type { RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useConversationState } from '../useConversation';
import type { Viewport } from './viewport';

interface JumpToLatestProps {
  readonly viewport: Viewport;
  readonly roomId: RoomId;
  readonly onJump: () => void;
}

/** Away from the end: how much is new there, and the way to it. */
export function JumpToLatest({ viewport, roomId, onJump }: JumpToLatestProps) {
  const { t } = useTranslation('conversation');
  const inView = useStore(viewport, (it) => it.atEnd);
  const reachesEnd = useConversationState((it) => it.reachesEnd);
  const unread = useStore(useClient().rooms, (it) => it.byId.get(roomId)?.unread ?? 0);
  if (inView && reachesEnd) return null;
  const label = unread > 0 ? t('jump_new', { count: unread }) : t('jump');
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 mx-auto flex max-w-200 animate-rise-in justify-end px-4">
      <button
        type="button"
        aria-label={label}
        title={label}
        className="pointer-events-auto relative grid size-10 place-items-center rounded-full bg-raised text-ink-soft shadow-float ring-1 ring-line hover:text-ink"
        onClick={onJump}
      >
        <ArrowDown aria-hidden className="size-[18px]" strokeWidth={1.75} />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute -top-2 left-1/2 min-w-5 -translate-x-1/2 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-on-accent tabular"
          >
            {unread > 999 ? '999+' : unread}
          </span>
        )}
      </button>
    </div>
  );
}
