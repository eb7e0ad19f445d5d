import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/client/useClient';
import { ConfirmDialog } from '@/ui/ConfirmDialog';

export interface SignOutDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Signing out always succeeds here, whatever the network says; the gate then leads away. */
export function SignOutDialog({ open, onOpenChange }: SignOutDialogProps) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    await client.logout().finally(() => setBusy(false));
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('sign_out.title')}
      text={t('sign_out.text')}
      confirmLabel={t('sign_out.action')}
      cancelLabel={t('cancel')}
      busy={busy}
      onConfirm={() => void signOut()}
    />
  );
}
