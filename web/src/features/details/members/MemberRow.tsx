import { useRef, useState } from 'react';
import { Crown, Ellipsis, MessageCircle, ShieldCheck, UserMinus, UserRound } from 'lucide-react';
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
import { mayRemove, rolesToGive } from '../powers';
import { RemoveDialog } from './RemoveDialog';

const roleIcons = { owner: Crown, admin: ShieldCheck, member: UserRound } as const;

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
  const name = known?.display_name ?? t('member.unknown');
  const mine = useMe().user_id === member.user_id;
  const conversation = client.conversation(roomId);
  const wantsRemoval = useRef(false);
  const [removing, setRemoving] = useState(false);

  // The menu closes as one chooses: what goes wrong afterwards has no field to stand beside.
  const attempt = (action: Promise<unknown>) =>
    void action.catch((error: unknown) => toast(problemText(error), 'danger'));
  const write = async () => onOpenRoom((await client.openDirect(member.user_id)).room_id);

  return (
    <li className="group flex h-12 items-center gap-3 rounded-md px-2 hover:bg-hover">
      {known ? <UserAvatar user={known} size={32} /> : <Skeleton className="size-8 rounded-full" />}
      <span className="min-w-0 flex-1 truncate">
        {name}
        {mine && <span className="text-ink-faint"> ({t('member.you')})</span>}
      </span>
      {member.role !== 'member' && (
        <span className="text-xs text-ink-faint">{t(`member.${member.role}`)}</span>
      )}
      {!mine && (
        <Menu
          onClosed={() => {
            setRemoving(wantsRemoval.current);
            wantsRemoval.current = false;
          }}
          trigger={
            <IconButton label={t('member.actions', { name })} className="size-8">
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem icon={MessageCircle} onSelect={() => attempt(write())}>
            {t('member.write')}
          </MenuItem>
          {rolesToGive(ownRole, member.role).map((role) => (
            <MenuItem
              key={role}
              icon={roleIcons[role]}
              onSelect={() => attempt(conversation.setRole(member.user_id, role))}
            >
              {t(`member.make_${role}`)}
            </MenuItem>
          ))}
          {mayRemove(ownRole, member.role) && (
            <>
              <MenuLine />
              <MenuItem
                danger
                icon={UserMinus}
                onSelect={() => {
                  wantsRemoval.current = true;
                }}
              >
                {t('member.remove')}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      <RemoveDialog
        name={name}
        open={removing}
        onOpenChange={setRemoving}
        remove={() => conversation.removeMember(member.user_id)}
      />
    </li>
  );
}
