import { useEffect } from 'react';
import { useClient } from '@/client/useClient';

/** Calls back when the connection has come back: what failed without it is worth another try. */
export function useOnReconnect(callback: () => void): void {
  const client = useClient();

  useEffect(
    () =>
      client.connection.subscribe(({ status }, before) => {
        if (status === 'online' && before.status !== 'online') callback();
      }),
    [client, callback],
  );
}
