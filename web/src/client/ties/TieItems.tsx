import { Ban, UserMinus, UserPlus, UserRoundCheck, UserRoundX } from 'lucide-react';
import type { UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { MenuItem } from '@/ui/Menu';
import { useClient } from '../useClient';
import { useTie } from './useTie';
import { useTieAct } from './useTieAct';

export interface TieItemsProps {
  readonly userId: UserId;
  /** It asks first: see `BlockDialog`. */
  readonly onBlock: () => void;
}

/** Of a person's menu: what one may change about how one stands to them. */
export function TieItems({ userId, onBlock }: TieItemsProps) {
  const { t } = useTranslation('people');
  const { friends, blocks } = useClient().api;
  const tie = useTie(userId);
  const act = useTieAct();
  if (tie === null) return null;
  if (tie.kind === 'blocked') {
    return (
      <MenuItem icon={Ban} onSelect={() => act.mutate(() => blocks.unblock(userId))}>
        {t('ties.unblock')}
      </MenuItem>
    );
  }
  return (
    <>
      {tie.kind === 'none' && (
        <MenuItem icon={UserPlus} onSelect={() => act.mutate(() => friends.request(userId))}>
          {t('ties.ask')}
        </MenuItem>
      )}
      {tie.kind === 'incoming' && (
        <MenuItem
          icon={UserRoundCheck}
          onSelect={() => act.mutate(() => friends.accept(tie.request.request_id))}
        >
          {t('ties.accept_request')}
        </MenuItem>
      )}
      {tie.kind === 'outgoing' && (
        <MenuItem icon={UserRoundX} onSelect={() => act.mutate(() => friends.remove(userId))}>
          {t('ties.withdraw_request')}
        </MenuItem>
      )}
      {tie.kind === 'friend' && (
        <MenuItem icon={UserMinus} onSelect={() => act.mutate(() => friends.remove(userId))}>
          {t('ties.remove')}
        </MenuItem>
      )}
      <MenuItem danger icon={Ban} onSelect={onBlock}>
        {t('ties.block')}
      </MenuItem>
    </>
  );
}
