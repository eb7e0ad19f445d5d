import { useEffect, useMemo } from 'react';
import type { User, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from './useClient';

/** A public profile, fetched once when it is not known yet. A closed account is called what such are called. */
export function useUser(userId: UserId | null | undefined): User | undefined {
  const client = useClient();
  const user = useStore(client.people, (state) => (userId ? state.users.get(userId) : undefined));
  const missing = userId != null && user === undefined;

  useEffect(() => {
    // A failure leaves the name unknown; the next mount asks again.
    if (missing) void client.loadUsers([userId]).catch(() => undefined);
  }, [client, missing, userId]);

  const { t } = useTranslation();
  const nobody = t('closed_account');
  return useMemo(() => (user?.closed ? { ...user, display_name: nobody } : user), [user, nobody]);
}
