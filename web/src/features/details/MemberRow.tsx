import { Ellipsis, MessageCircle, ShieldCheck, ShieldOff, UserMinus } from 'lucide-react';
import type { Member, MemberRole, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { useProblemText } from '@/client/useProblemText';
import { UserAvatar } from '@/client/UserAvatar';
import { useUser } from '@/client/useUser';
import { IconButton } from '@/ui/IconButton';
import { Menu, MenuItem, MenuLine } from '@/ui/Menu';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toast/toasts';
import { mayAppoint, mayRemove } from './powers';

export interface MemberRowProps {
  readonly roomId: RoomId;
  readonly member: Member;
  readonly ownRole: MemberRole;
  readonly onOpenRoom: (room: RoomId) => void;
}

/** One member: presence, name, role, and what one may do about them. */
export function MemberRow({ roomId, member, ownRole, onOpenRoom }: MemberRowProps) {
  const { t } = useTranslation('details');
  const client = useClient();
  const problemText = useProblemText();
  const known = useUser(member.user_id) ?? member.user;
  const mine = useMe().user_id === member.user_id;
  const conversation = client.conversation(roomId);

  // The menu closes as one chooses: what goes wrong afterwards has no field to stand beside.
  const attempt = (action: Promise<unknown>) =>
    void action.catch((error: unknown) => toast(problemText(error), 'danger'));
  const write = async () => onOpenRoom((await client.openDirect(member.user_id)).room_id);

  return (
    <li className="group flex h-12 items-center gap-3 rounded-md px-2 hover:bg-hover">
      {known ? <UserAvatar user={known} size={32} /> : <Skeleton className="size-8 rounded-full" />}
      <span className="min-w-0 flex-1 truncate">
        {known?.display_name ?? t('member.unknown')}
        {mine && <span className="text-ink-faint"> ({t('member.you')})</span>}
      </span>
      {member.role !== 'member' && (
        <span className="text-xs text-ink-faint">{t(`member.${member.role}`)}</span>
      )}
      {!mine && (
        <Menu
          trigger={
            <IconButton
              label={t('member.actions', { name: known?.display_name ?? t('member.unknown') })}
              className="size-8"
            >
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem icon={MessageCircle} onSelect={() => attempt(write())}>
            {t('member.write')}
          </MenuItem>
          {mayAppoint(ownRole) && (
            <MenuItem
              icon={member.role === 'admin' ? ShieldOff : ShieldCheck}
              onSelect={() =>
                attempt(
                  conversation.setRole(
                    member.user_id,
                    member.role === 'admin' ? 'member' : 'admin',
                  ),
                )
              }
            >
              {member.role === 'admin' ? t('member.unmake_admin') : t('member.make_admin')}
            </MenuItem>
          )}
          {mayRemove(ownRole, member.role) && (
            <>
              <MenuLine />
              <MenuItem
                danger
                icon={UserMinus}
                onSelect={() => attempt(conversation.removeMember(member.user_id))}
              >
                {t('member.remove')}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
    </li>
  );
}
