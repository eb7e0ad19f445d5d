import { useTranslation } from 'react-i18next';
import { Outlet, useMatch } from 'react-router';
import { SettingsNav } from '@/features/settings/SettingsNav';
import { useTitle } from '../useTitle';

/** The list of settings and the chosen one; on a narrow screen one after the other. */
export function Component() {
  const { t } = useTranslation('settings');
  const chosen = useMatch('/app/settings/:page') !== null;
  useTitle(t('title'));
  return (
    <div className="flex h-full">
      <div
        className={`${chosen ? 'hidden two:flex' : 'flex'} w-full shrink-0 flex-col border-line bg-canvas two:w-75 two:border-r`}
      >
        <SettingsNav backTo="/app" heading={chosen ? 'h2' : 'h1'} />
      </div>
      <main
        className={`${chosen ? 'flex' : 'hidden two:flex'} min-w-0 flex-1 scroll-area flex-col bg-surface`}
      >
        <Outlet />
      </main>
    </div>
  );
}
