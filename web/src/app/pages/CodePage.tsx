import { ProblemError } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { useClient } from '@/client/useClient';
import { AuthScreen } from '@/features/auth/AuthScreen';
import { CodeStep } from '@/features/auth/CodeStep';
import { useTitle } from '../useTitle';

/** Between a provider and an account that asks for a code as well. The gate leads on. */
export function Component() {
  const { t } = useTranslation('oauth');
  const client = useClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  useTitle(t('code.title'));

  const enter = async (otp: string) => {
    try {
      await client.finishSignIn(otp);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'unauthenticated') throw error;
      await navigate('/app/sign-in?problem=expired', { replace: true });
    }
  };
  return (
    <AuthScreen
      title={t('code.title')}
      text={t('code.text')}
      elsewhere={<Link to={`/app/sign-in${search}`}>{t('code.again')}</Link>}
    >
      <CodeStep onCode={enter} onBack={() => void navigate(`/app/sign-in${search}`)} />
    </AuthScreen>
  );
}
