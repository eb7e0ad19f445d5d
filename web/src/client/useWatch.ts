import { useEffect } from 'react';
import type { UserId } from '@tingting/sdk';
import { useClient } from './useClient';

/** Keeps the presence of these users fresh while mounted. The order of the ids means nothing. */
export function useWatch(userIds: readonly UserId[]): void {
  const client = useClient();
  const key = [...new Set(userIds)].sort().join(' ');

  useEffect(() => {
    if (key === '') return undefined;
    return client.watch(key.split(' ') as UserId[]);
  }, [client, key]);
}
