import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useMatch } from 'react-router';
import { Queries } from '@/client/Queries';
import { useMe } from '@/client/useMe';
import { AdminNav } from '@/features/admin/AdminNav';
import { Column } from '../frame/Column';
import { useTitle } from '../useTitle';

/** For those in charge: what there is to look after, and the chosen part of it. */
export function Component() {
  const { t } = useTranslation('admin');
  const { role } = useMe();
  const chosen = useMatch('/app/admin/:page') !== null;
  useTitle(t('title'));
  if (role === 'user') return <Navigate to="/app" replace />;
  return (
    <Queries>
      <div className="flex h-full">
        <Column label={t('title')} alone={!chosen}>
          <AdminNav backTo="/app" heading={chosen ? 'h2' : 'h1'} />
        </Column>
        <main
          className={`${chosen ? 'flex' : 'hidden two:flex'} min-w-0 flex-1 scroll-area flex-col bg-surface`}
        >
          <Outlet />
        </main>
      </div>
    </Queries>
  );
}
