import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { passkeysWork } from '@/client/passkeys';
import { Button } from '@/ui/Button';
import { usePasskeySignIn } from './usePasskeySignIn';

/** The way in with a passkey; nothing where the browser knows none. */
export function PasskeySignIn() {
  const { t } = useTranslation('passkeys');
  const { busy, problem, signIn } = usePasskeySignIn();
  if (!passkeysWork()) return null;
  return (
    <div className="mt-4 flex flex-col gap-2 [&_svg]:size-4">
      <Button variant="secondary" size="lg" busy={busy} onClick={() => void signIn()}>
        <KeyRound aria-hidden />
        {t('sign_in.action')}
      </Button>
      {problem !== undefined && (
        <p role="alert" className="text-sm text-danger-ink">
          {problem}
        </p>
      )}
    </div>
  );
}
