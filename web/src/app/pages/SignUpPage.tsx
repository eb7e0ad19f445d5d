import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { AuthScreen } from '@/features/auth/AuthScreen';
import { SignUpForm } from '@/features/auth/SignUpForm';
import { useTitle } from '../useTitle';

export function Component() {
  const { t } = useTranslation('auth');
  const { search } = useLocation();
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
    </AuthScreen>
  );
}
