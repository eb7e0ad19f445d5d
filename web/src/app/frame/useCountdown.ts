import { useEffect, useState } from 'react';

/**
 * Whole seconds until the moment (milliseconds since the epoch), never below 0. Counts from the
 * mount on: another moment is another component, by its `key`.
 */
export function useCountdown(until: number | undefined): number | undefined {
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until]);

  return until === undefined ? undefined : Math.max(0, Math.ceil((until - now) / 1000));
}
