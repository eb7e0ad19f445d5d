import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** What a step of ours leaves in the history. */
interface Step {
  readonly opened: string;
  /** What was shown before, without leaving in between. */
  readonly trail: readonly string[];
}

/**
 * What is open is part of the address (`?panel=details`), so that reload and share keep it. Opening
 * adds a step to the history, so the browser's back leads to what was shown before and closes at
 * last; closing, and showing what was shown before, go back where the steps were ours. The
 * `companions` are parameters that mean nothing without it.
 */
export function useSearchFlag<Value extends string>(
  name: string,
  values: readonly Value[],
  companions: readonly string[] = [],
): [Value | null, (value: Value | null, told?: Readonly<Record<string, string>>) => void] {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const present = values.find((value) => value === search.get(name)) ?? null;
  const state = location.state as Step | null;
  const trail = state?.opened === name ? state.trail : null;
  const gone = companions.join(' ');

  const show = useCallback(
    (value: Value | null, told: Readonly<Record<string, string>> = {}) => {
      if (value === present) return;
      if (trail && value === null) return void navigate(-1 - trail.length);
      if (value === trail?.at(-1)) return void navigate(-1);
      // Who came by a link has no step of ours to go back to.
      const stranger = present !== null && !trail;
      const before = present === null ? [] : [...(trail ?? []), present];
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          for (const companion of [name, ...gone.split(' ')]) next.delete(companion);
          if (value !== null) next.set(name, value);
          for (const [key, text] of Object.entries(told)) next.set(key, text);
          return next;
        },
        value === null || stranger
          ? { replace: true }
          : { state: { opened: name, trail: before } satisfies Step },
      );
    },
    [gone, name, navigate, present, setSearch, trail],
  );
  return [present, show];
}
