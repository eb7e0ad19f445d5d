import { useEffect } from 'react';
import { useClient } from '../useClient';

/** Calls back when a friendship or a request came or went, or may have while one was away. */
export function useTieNews(callback: () => void): void {
  const client = useClient();

  useEffect(() => {
    const stops = [
      client.on('friend_request', callback),
      client.on('friend_accepted', callback),
      client.on('friend_removed', callback),
      client.connection.subscribe(({ status }, before) => {
        if (status === 'online' && before.status !== 'online') callback();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client, callback]);
}
