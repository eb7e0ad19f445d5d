import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { AuthScreen } from '@/features/auth/AuthScreen';
import { ProviderButtons } from '@/features/auth/ProviderButtons';
import { SignUpForm } from '@/features/auth/SignUpForm';
import { placeToGo } from '../session/placeToGo';
import { useTitle } from '../useTitle';

export function Component() {
  const { t } = useTranslation('auth');
  const { search } = useLocation();
  const returnTo = placeToGo(new URLSearchParams(search).get('next'));
  useTitle(t('sign_up.title'));
  return (
    <AuthScreen
      title={t('sign_up.title')}
      text={t('sign_up.text')}
      elsewhere={
        <>
          {t('sign_up.known')} <Link to={`/app/sign-in${search}`}>{t('sign_in.action')}</Link>
        </>
      }
    >
      <SignUpForm />
      <ProviderButtons returnTo={returnTo} />
    </AuthScreen>
  );
}
