import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { AuthScreen } from '@/features/auth/AuthScreen';
import { ResetPasswordForm } from '@/features/auth/ResetPasswordForm';
import { useTitle } from '../useTitle';

/** The second step: for whom, the first one says. */
export function Component() {
  const { t } = useTranslation('auth');
  const location = useLocation();
  const { search } = location;
  const contact: unknown = location.state;
  const navigate = useNavigate();
  useTitle(t('reset.title'));
  if (typeof contact !== 'string') return <Navigate to={`/app/forgot-password${search}`} replace />;
  return (
    <AuthScreen
      title={t('reset.title')}
      text={t('reset.text', { contact })}
      elsewhere={
        <>
          {t('reset.nothing')} <Link to={`/app/forgot-password${search}`}>{t('reset.again')}</Link>
        </>
      }
    >
      <ResetPasswordForm
        contact={contact}
        onDone={() => void navigate(`/app/sign-in${search}`, { state: 'recovered', replace: true })}
      />
    </AuthScreen>
  );
}
