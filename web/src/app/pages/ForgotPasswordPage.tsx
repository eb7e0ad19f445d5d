import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { AuthScreen } from '@/features/auth/AuthScreen';
import { ForgotPasswordForm } from '@/features/auth/ForgotPasswordForm';
import { useTitle } from '../useTitle';

export function Component() {
  const { t } = useTranslation('auth');
  const { search } = useLocation();
  const navigate = useNavigate();
  useTitle(t('forgot.title'));
  return (
    <AuthScreen
      title={t('forgot.title')}
      text={t('forgot.text')}
      elsewhere={
        <>
          {t('forgot.remembered')} <Link to={`/app/sign-in${search}`}>{t('sign_in.action')}</Link>
        </>
      }
    >
      <ForgotPasswordForm
        onSent={(contact) => void navigate(`/app/reset-password${search}`, { state: contact })}
      />
    </AuthScreen>
  );
}
