import { useTranslation } from 'react-i18next';
import { Outlet, useMatch } from 'react-router';
import { Queries } from '@/client/Queries';
import { SettingsNav } from '@/features/settings/SettingsNav';
import { Column } from '../frame/Column';
import { useTitle } from '../useTitle';

/** The list of settings and the chosen one; on a narrow screen one after the other. */
export function Component() {
  const { t } = useTranslation('settings');
  const chosen = useMatch('/app/settings/:page') !== null;
  useTitle(t('title'));
  return (
    <div className="flex h-full">
      <Column label={t('title')} alone={!chosen}>
        <SettingsNav backTo="/app" heading={chosen ? 'h2' : 'h1'} />
      </Column>
      <main
        className={`${chosen ? 'flex' : 'hidden two:flex'} min-w-0 flex-1 scroll-area flex-col bg-surface`}
      >
        <Queries>
          <Outlet />
        </Queries>
      </main>
    </div>
  );
}
