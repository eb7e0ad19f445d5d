import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/**
 * A panel or dialog that is open while the address says so (`?panel=details`). Opening it adds a
 * step to the history, so the browser's back closes it; closing goes back when the step was ours.
 */
export function useSearchFlag(name: string, value: string): [boolean, (open: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const open = search.get(name) === value;
  const opened = (location.state as { opened?: string } | null)?.opened === `${name}=${value}`;

  const setOpen = useCallback(
    (wish: boolean) => {
      if (wish === open) return;
      if (!wish && opened) {
        void navigate(-1);
        return;
      }
      setSearch(
        (present) => {
          const next = new URLSearchParams(present);
          if (wish) next.set(name, value);
          else next.delete(name);
          return next;
        },
        wish ? { state: { opened: `${name}=${value}` } } : { replace: true },
      );
    },
    [name, navigate, open, opened, setSearch, value],
  );
  return [open, setOpen];
}
