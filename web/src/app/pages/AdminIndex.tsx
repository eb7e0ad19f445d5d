import { Navigate } from 'react-router';
import { useMediaQuery } from '@/ui/useMediaQuery';

/** Wide screens have room for the first page beside the list. */
export function Component() {
  return useMediaQuery('(min-width: 700px)') ? <Navigate to="reports" replace /> : null;
}
