import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '@/client/useSession';
import { AuthScreen } from '@/features/auth/AuthScreen';
import { SignInForm } from '@/features/auth/SignInForm';
import { useTitle } from '../useTitle';

/** The gate leads on when the session has begun. */
export function Component() {
  const { t } = useTranslation('auth');
  const { search } = useLocation();
  const session = useSession();
  const revoked = session.status === 'signed_out' && session.reason === 'revoked';
  useTitle(t('sign_in.title'));
  return (
    <AuthScreen
      title={t('sign_in.title')}
      text={t('sign_in.text')}
      {...(revoked && { notice: t('sign_in.revoked') })}
      elsewhere={
        <>
          {t('sign_in.new_here')} <Link to={`/app/sign-up${search}`}>{t('sign_up.action')}</Link>
        </>
      }
    >
      <SignInForm />
    </AuthScreen>
  );
}
