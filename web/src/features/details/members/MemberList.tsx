import { useMemo } from 'react';
import type { Member, MemberRole, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '@/client/useClient';
import { useWatch } from '@/client/useWatch';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Skeleton } from '@/ui/Skeleton';
import { MemberRow } from './MemberRow';
import { inOrder } from '../powers';

export interface MemberListProps {
  readonly roomId: RoomId;
  /** Null while they are on their way. */
  readonly members: readonly Member[] | null;
  readonly ownRole: MemberRole;
  readonly failed: boolean;
  readonly onOpenRoom: (room: RoomId) => void;
}

/** What one `watch` should carry at most. */
const mostWatched = 200;

export function MemberList({ roomId, members, ownRole, failed, onOpenRoom }: MemberListProps) {
  const { t, i18n } = useTranslation('details');
  const client = useClient();
  const users = useStore(client.people, (state) => state.users);
  const ordered = useMemo(
    () =>
      inOrder(
        members ?? [],
        ({ user, user_id }) => (users.get(user_id) ?? user)?.display_name ?? '',
        i18n.language,
      ),
    [members, users, i18n.language],
  );
  useWatch(ordered.slice(0, mostWatched).map((member) => member.user_id));

  if (members === null && failed) {
    return (
      <Notice tone="neutral" className="mx-5 mt-2 flex items-center gap-3">
        <span className="flex-1">{t('group.failed')}</span>
        <Button
          variant="secondary"
          onClick={() =>
            void client
              .conversation(roomId)
              .loadMembers()
              .catch(() => undefined)
          }
        >
          {t('retry')}
        </Button>
      </Notice>
    );
  }
  if (members === null) return <MembersSkeleton />;
  return (
    <ul aria-label={t('group.who')} className="px-3 pt-1">
      {ordered.map((member) => (
        <MemberRow
          key={member.user_id}
          roomId={roomId}
          member={member}
          ownRole={ownRole}
          onOpenRoom={onOpenRoom}
        />
      ))}
    </ul>
  );
}

function MembersSkeleton() {
  return (
    <div aria-hidden className="animate-late-in px-5 pt-1">
      {['w-28', 'w-36', 'w-24'].map((width) => (
        <div key={width} className="flex h-12 items-center gap-3">
          <Skeleton className="size-8 rounded-full" />
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
