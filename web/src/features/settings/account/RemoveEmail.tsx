import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';

/** Leaves one without an e-mail address, after saying what that means. */
export function RemoveEmail() {
  const { t } = useTranslation('settings');
  const client = useClient();
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const remove = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.updateMe({ email: null });
      setOpen(false);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('account.email.remove')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('account.email.remove_title')}
        text={t('account.email.remove_text')}
        confirmLabel={t('account.email.remove')}
        cancelLabel={t('cancel')}
        busy={busy}
        error={error === undefined ? undefined : problemText(error)}
        onConfirm={() => void remove()}
      />
    </>
  );
}
