import type { Device } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useDeviceName } from './useDeviceName';
import { useSignOut } from './useDevices';

export interface SignOutDeviceDialogProps {
  readonly which: Device | 'others';
  readonly onDone: () => void;
}

/** Asks before a device, or all others, are signed out. */
export function SignOutDeviceDialog({ which, onDone }: SignOutDeviceDialogProps) {
  const { t } = useTranslation('security');
  const nameOf = useDeviceName();
  const problemText = useProblemText();
  const signOut = useSignOut();
  const others = which === 'others';
  return (
    <ConfirmDialog
      open
      onOpenChange={onDone}
      title={others ? t('devices.others_title') : t('devices.end_title', { name: nameOf(which) })}
      text={t(others ? 'devices.others_text' : 'devices.end_text')}
      confirmLabel={t('devices.end')}
      cancelLabel={t('cancel')}
      busy={signOut.isPending}
      error={signOut.error ? problemText(signOut.error) : undefined}
      onConfirm={() => signOut.mutate(which, { onSuccess: onDone })}
    />
  );
}
