import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/**
 * What is open is part of the address (`?panel=details`), so that reload and share keep it. Opening
 * adds a step to the history, so the browser's back closes; closing goes back when the step was
 * ours.
 */
export function useSearchFlag<Value extends string>(
  name: string,
  values: readonly Value[],
): [Value | null, (value: Value | null) => void] {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const present = values.find((value) => value === search.get(name)) ?? null;
  const ours = (location.state as { opened?: string } | null)?.opened === name;

  const show = useCallback(
    (value: Value | null) => {
      if (value === present) return;
      if (value === null && ours) {
        void navigate(-1);
        return;
      }
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null) next.delete(name);
          else next.set(name, value);
          return next;
        },
        value === null ? { replace: true } : { state: { opened: name } },
      );
    },
    [name, navigate, ours, present, setSearch],
  );
  return [present, show];
}
