import { Navigate, Outlet, useSearchParams } from 'react-router';
import { useSession } from '@/client/useSession';
import { placeToGo } from './placeToGo';

/** Signing in and up; who is signed in already goes on to where they wanted to go. */
export function GuestGate() {
  const [search] = useSearchParams();
  const session = useSession();
  if (session.status !== 'signed_in') return <Outlet />;
  return <Navigate to={placeToGo(search.get('next'))} replace />;
}
