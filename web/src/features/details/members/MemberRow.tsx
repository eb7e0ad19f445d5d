import { useRef, useState } from 'react';
import {
  Crown,
  Ellipsis,
  Flag,
  MessageCircle,
  ShieldCheck,
  UserMinus,
  UserRound,
} from 'lucide-react';
import type { Member, MemberRole, RoomId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { ReportDialog } from '@/client/ReportDialog';
import { BlockDialog } from '@/client/ties/BlockDialog';
import { TieItems } from '@/client/ties/TieItems';
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

/** What a menu leads to once it is closed. */
type Asking = 'remove' | 'report' | 'block' | null;

/** One member: presence, name, role, and what one may do about them. */
export function MemberRow({ roomId, member, ownRole, onOpenRoom }: MemberRowProps) {
  const { t } = useTranslation('details');
  const { t: app } = useTranslation();
  const client = useClient();
  const problemText = useProblemText();
  const known = useUser(member.user_id) ?? member.user;
  const name = known?.display_name ?? t('member.unknown');
  const mine = useMe().user_id === member.user_id;
  const conversation = client.conversation(roomId);
  const wish = useRef<Asking>(null);
  const [asking, ask] = useState<Asking>(null);

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
            ask(wish.current);
            wish.current = null;
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
          <MenuItem
            icon={Flag}
            onSelect={() => {
              wish.current = 'report';
            }}
          >
            {app('report.action')}
          </MenuItem>
          <TieItems
            userId={member.user_id}
            onBlock={() => {
              wish.current = 'block';
            }}
          />
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
                  wish.current = 'remove';
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
        open={asking === 'remove'}
        onOpenChange={() => ask(null)}
        remove={() => conversation.removeMember(member.user_id)}
      />
      {asking === 'block' && known && <BlockDialog user={known} onClose={() => ask(null)} />}
      {asking === 'report' && (
        <ReportDialog
          title={app('report.person', { name })}
          about={{ user_id: member.user_id }}
          onClose={() => ask(null)}
        />
      )}
    </li>
  );
}
