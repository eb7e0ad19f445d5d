import { Navigate, Outlet, useLocation } from 'react-router';
import { useOwnLanguage } from '@/client/useOwnLanguage';
import { useSession } from '@/client/useSession';

/** Pages of signed-in users; others sign in first and come back to where they wanted to go. */
export function MemberGate() {
  const session = useSession();
  const location = useLocation();
  if (session.status === 'signed_in') return <Inside />;
  const left = session.status === 'signed_out' && session.reason === 'left';
  const next = location.pathname + location.search;
  const wish = left || next === '/app' ? '' : `?next=${encodeURIComponent(next)}`;
  return <Navigate to={`/app/sign-in${wish}`} replace />;
}

function Inside() {
  useOwnLanguage();
  return <Outlet />;
}
