import { useTranslation } from 'react-i18next';
import { useMe } from '@/client/useMe';

/** For who signs in with a provider alone: how to get a password as well. */
export function NoPassword() {
  const { t } = useTranslation(['settings', 'oauth']);
  const { email } = useMe();
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('account.password.title')}</h2>
      <p className="text-ink-soft">
        {email === null ? t('oauth:password.no_email') : t('oauth:password.none', { email })}
      </p>
    </section>
  );
}
