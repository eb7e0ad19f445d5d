import { useRef, useState } from 'react';
import {
  Crown,
  Ellipsis,
  RotateCcw,
  ShieldCheck,
  Trash2,
  UserRound,
  UserRoundX,
} from 'lucide-react';
import type { Account, AccountChange } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useMe } from '@/client/useMe';
import { IconButton } from '@/ui/IconButton';
import { Menu, MenuItem, MenuLine } from '@/ui/Menu';
import { MuteItems } from '../MuteItems';
import { useOfficialAct } from '../useOfficialAct';
import { CloseDialog, type Closing } from './CloseDialog';
import { actionsOn, rolesToGive } from './powers';

const roleIcons = { admin: Crown, moderator: ShieldCheck, user: UserRound } as const;
const closings = [
  { action: 'disable', closing: 'disabled', icon: UserRoundX },
  { action: 'delete', closing: 'deleted', icon: Trash2 },
] as const;

/** What one may do with an account. */
export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const own = useMe().role;
  const act = useOfficialAct();
  const wish = useRef<Closing | null>(null);
  const [closing, close] = useState<Closing | null>(null);
  const actions = actionsOn(own, account);
  const roles = rolesToGive(own, account);
  if (actions.length === 0) return null;
  const change = (to: AccountChange) =>
    act.mutate(() => administration.change(account.user_id, to));
  return (
    <>
      <Menu
        onClosed={() => {
          close(wish.current);
          wish.current = null;
        }}
        trigger={
          <IconButton label={t('people.actions', { name: account.display_name })}>
            <Ellipsis />
          </IconButton>
        }
      >
        {roles.map((role) => (
          <MenuItem key={role} icon={roleIcons[role]} onSelect={() => change({ role })}>
            {t('people.make', { role: t(`role.${role}`) })}
          </MenuItem>
        ))}
        {roles.length > 0 && <MenuLine />}
        {actions.includes('mute') && (
          <MuteItems person={account} mutedUntil={account.muted_until} act={act} />
        )}
        {actions.includes('enable') && (
          <MenuItem icon={RotateCcw} onSelect={() => change({ state: 'active' })}>
            {t('people.enable')}
          </MenuItem>
        )}
        {closings
          .filter(({ action }) => actions.includes(action))
          .map(({ action, closing: wanted, icon }) => (
            <MenuItem
              key={action}
              danger
              icon={icon}
              onSelect={() => {
                wish.current = wanted;
              }}
            >
              {t(`people.${action}`)}
            </MenuItem>
          ))}
      </Menu>
      {closing && <CloseDialog account={account} closing={closing} onDone={() => close(null)} />}
    </>
  );
}
