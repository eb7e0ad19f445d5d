import { Volume2, VolumeX } from 'lucide-react';
import type { KnownPerson, Timestamp } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { MenuChoice, MenuItem, SubMenu } from '@/ui/Menu';
import { toast } from '@/ui/toast/toasts';
import { isMuted, muteEnd, muteSpans } from './muteSpans';
import type { useOfficialAct } from './useOfficialAct';

export interface MuteItemsProps {
  readonly person: Pick<KnownPerson, 'user_id' | 'display_name'>;
  readonly mutedUntil: Timestamp | null;
  /** Outlives the menu. */
  readonly act: ReturnType<typeof useOfficialAct>;
}

/** Keeps somebody from writing for a while, or lets them write again. */
export function MuteItems({ person, mutedUntil, act }: MuteItemsProps) {
  const { t } = useTranslation('admin');
  const { administration } = useClient().api;
  const name = person.display_name;
  const mute = (until: Timestamp | null, done: string) =>
    act.mutate(async () => {
      await administration.change(person.user_id, { muted_until: until });
      toast(done);
    });
  return isMuted(mutedUntil, new Date()) ? (
    <MenuItem icon={Volume2} onSelect={() => mute(null, t('mute.ended', { name }))}>
      {t('mute.end')}
    </MenuItem>
  ) : (
    <SubMenu icon={VolumeX} label={t('mute.label')}>
      {muteSpans.map((span) => (
        <MenuChoice
          key={span}
          onSelect={() => mute(muteEnd(span, new Date()), t('mute.done', { name }))}
        >
          {t(`mute.${span}`)}
        </MenuChoice>
      ))}
    </SubMenu>
  );
}
