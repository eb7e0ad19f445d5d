import { useEffect, useState } from 'react';
import { LogOut, UserPlus } from 'lucide-react';
import type { Room } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LeaveDialog } from '@/client/LeaveDialog';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useRoomTitle } from '@/client/useRoomTitle';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import type { DetailsProps } from './Details';
import { MemberList } from './members/MemberList';
import { MoreRows } from './MoreRows';
import { mayManage } from './powers';

export interface GroupDetailsProps extends Pick<
  DetailsProps,
  'onShow' | 'onAddMembers' | 'onOpenRoom' | 'onLeft'
> {
  readonly room: Room;
}

export function GroupDetails({
  room,
  onShow,
  onAddMembers,
  onOpenRoom,
  onLeft,
}: GroupDetailsProps) {
  const { t } = useTranslation('details');
  const me = useMe().user_id;
  const title = useRoomTitle(room);
  const conversation = useClient().conversation(room.room_id);
  const members = useStore(conversation.store, (state) => state.members);
  const [leaving, setLeaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const ownRole = members?.find((member) => member.user_id === me)?.role ?? room.role ?? 'member';
  const count = members?.length ?? room.member_count;

  useEffect(() => {
    let gone = false;
    conversation.loadMembers().then(
      () => !gone && setFailed(false),
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [conversation]);

  return (
    <>
      <div className="flex flex-col items-center px-5 pt-6 pb-6 text-center">
        <Avatar id={room.room_id} name={title} src={room.avatar_url} size={72} shape="group" />
        <p className="mt-3 max-w-full truncate text-lg font-semibold">{title}</p>
        {count !== undefined && (
          <p className="text-sm text-ink-faint">{t('group.members', { count })}</p>
        )}
        {room.topic !== null && room.topic !== '' && (
          <p className="mt-3 max-w-full whitespace-pre-line">{room.topic}</p>
        )}
      </div>
      <MoreRows room={room} onShow={onShow} />
      <section className="border-t border-line pt-3">
        <div className="flex items-center pr-3 pl-5">
          <h3 className="flex-1 text-sm font-medium text-ink-soft">{t('group.who')}</h3>
          {mayManage(ownRole) && (
            <Button variant="quiet" className="px-2.5" onClick={onAddMembers}>
              <UserPlus aria-hidden className="size-[18px]" strokeWidth={1.75} />
              {t('group.add')}
            </Button>
          )}
        </div>
        <MemberList
          roomId={room.room_id}
          members={members}
          ownRole={ownRole}
          failed={failed}
          onOpenRoom={onOpenRoom}
        />
      </section>
      <div className="mx-5 mt-3 border-t border-line pt-3">
        <Button
          variant="quiet"
          className="-ml-2.5 px-2.5 text-danger-ink hover:bg-danger-soft"
          onClick={() => setLeaving(true)}
        >
          <LogOut aria-hidden className="size-[18px]" strokeWidth={1.75} />
          {t('leave')}
        </Button>
      </div>
      <LeaveDialog room={room} open={leaving} onOpenChange={setLeaving} onLeft={onLeft} />
    </>
  );
}
