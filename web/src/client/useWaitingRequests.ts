import { useCallback, useEffect, useState } from 'react';
import { useClient } from './useClient';
import { useTieNews } from './ties/useTieNews';

/** How many ask to be one's friend and wait for an answer; as far as the first page of them tells. */
export function useWaitingRequests(): number {
  const client = useClient();
  const [turn, setTurn] = useState(0);
  const [count, setCount] = useState(0);
  useTieNews(useCallback(() => setTurn((before) => before + 1), []));

  useEffect(() => {
    const aborted = new AbortController();
    client.api.friends.requests(undefined, { signal: aborted.signal }).then(
      ({ items }) => setCount(items.filter(({ direction }) => direction === 'incoming').length),
      // The mark stays as it was: the next connection asks again.
      () => undefined,
    );
    return () => aborted.abort();
  }, [client, turn]);

  return count;
}
