import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useProviderProblem } from '@/client/useProviderProblem';
import { useSession } from '@/client/useSession';
import { AuthScreen } from '@/features/auth/AuthScreen';
import { PasskeySignIn } from '@/features/auth/PasskeySignIn';
import { ProviderButtons } from '@/features/auth/ProviderButtons';
import { SignInForm } from '@/features/auth/SignInForm';
import { placeToGo } from '../session/placeToGo';
import { useTitle } from '../useTitle';

/** The gate leads on when the session has begun. */
export function Component() {
  const { t } = useTranslation('auth');
  const location = useLocation();
  const { search } = location;
  const parameters = new URLSearchParams(search);
  const providerProblem = useProviderProblem(parameters.get('problem'));
  const session = useSession();
  const revoked = session.status === 'signed_out' && session.reason === 'revoked';
  const cause: unknown = location.state;
  const recovered = cause === 'recovered';
  useTitle(t('sign_in.title'));
  return (
    <AuthScreen
      title={t('sign_in.title')}
      text={t('sign_in.text')}
      {...(recovered
        ? { notice: { tone: 'success', text: t('reset.done') } as const }
        : providerProblem !== undefined
          ? { notice: { tone: 'danger', text: providerProblem } as const }
          : revoked && { notice: { tone: 'warning', text: t('sign_in.revoked') } as const })}
      elsewhere={
        <>
          {t('sign_in.new_here')} <Link to={`/app/sign-up${search}`}>{t('sign_up.action')}</Link>
        </>
      }
    >
      <SignInForm />
      <p className="mt-4 text-center">
        <Link
          to={`/app/forgot-password${search}`}
          className="touch-target text-accent-ink underline-offset-2 hover:underline"
        >
          {t('forgot.link')}
        </Link>
      </p>
      <PasskeySignIn />
      <ProviderButtons returnTo={placeToGo(parameters.get('next'))} />
    </AuthScreen>
  );
}
