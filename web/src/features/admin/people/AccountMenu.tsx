import { useRef, useState } from 'react';
import {
  Crown,
  Ellipsis,
  RotateCcw,
  ShieldCheck,
  ShieldOff,
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
import { RemoveSecondFactorDialog } from './RemoveSecondFactorDialog';

const roleIcons = { admin: Crown, moderator: ShieldCheck, user: UserRound } as const;
const closings = [
  { action: 'disable', closing: 'disabled', icon: UserRoundX },
  { action: 'delete', closing: 'deleted', icon: Trash2 },
] as const;

/** What is asked about before it is done. */
type Asking = Closing | 'remove_2fa';

/** What one may do with an account. */
export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const own = useMe().role;
  const act = useOfficialAct();
  const wish = useRef<Asking | null>(null);
  const [asking, ask] = useState<Asking | null>(null);
  const done = () => ask(null);
  const actions = actionsOn(own, account);
  const roles = rolesToGive(own, account);
  if (actions.length === 0) return null;
  const change = (to: AccountChange) =>
    act.mutate(() => administration.change(account.user_id, to));
  return (
    <>
      <Menu
        onClosed={() => {
          ask(wish.current);
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
        {actions.includes('remove_2fa') && (
          <MenuItem
            icon={ShieldOff}
            onSelect={() => {
              wish.current = 'remove_2fa';
            }}
          >
            {t('people.remove_2fa')}
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
      {asking === 'remove_2fa' && <RemoveSecondFactorDialog account={account} onDone={done} />}
      {asking !== null && asking !== 'remove_2fa' && (
        <CloseDialog account={account} closing={asking} onDone={done} />
      )}
    </>
  );
}
