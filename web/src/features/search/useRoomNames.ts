import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { roomTitle } from '@/client/roomTitle';
import { useClient } from '@/client/useClient';

/** The rooms one is in, by name, in the order of the list. */
export function useRoomNames(): { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation('rooms');
  const { order, byId } = useStore(useClient().rooms);
  return useMemo(
    () =>
      order.flatMap((id) => {
        const room = byId.get(id);
        if (!room) return [];
        const nameless = t(room.kind === 'direct' ? 'unknown_person' : 'unnamed_group');
        return { value: id, label: roomTitle(room) ?? nameless };
      }),
    [order, byId, t],
  );
}
