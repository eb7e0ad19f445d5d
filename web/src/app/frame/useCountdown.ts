import { useEffect, useState } from 'react';

/** Whole seconds until the moment (milliseconds since the epoch), never below 0. */
export function useCountdown(until: number | undefined): number | undefined {
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    if (until === undefined) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until]);

  return until === undefined ? undefined : Math.max(0, Math.ceil((until - now) / 1000));
}
