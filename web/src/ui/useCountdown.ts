import { useCallback, useSyncExternalStore } from 'react';

/** Whole seconds until the moment (milliseconds since the epoch), never below 0. */
export function useCountdown(until: number | undefined): number | undefined {
  const subscribe = useCallback(
    (tick: () => void) => {
      if (until === undefined) return () => undefined;
      const timer = setInterval(() => {
        tick();
        if (secondsUntil(until) === 0) clearInterval(timer);
      }, 250);
      return () => clearInterval(timer);
    },
    [until],
  );
  return useSyncExternalStore(subscribe, () =>
    until === undefined ? undefined : secondsUntil(until),
  );
}

const secondsUntil = (moment: number) => Math.max(0, Math.ceil((moment - Date.now()) / 1000));
