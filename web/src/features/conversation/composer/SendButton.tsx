import { SendHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';

export function SendButton({ disabled, onSend }: { disabled: boolean; onSend: () => void }) {
  const { t } = useTranslation('conversation');
  return (
    <IconButton
      label={t('send')}
      tooltipSide="top"
      disabled={disabled}
      className="bg-accent text-on-accent hover:bg-accent-strong hover:text-on-accent disabled:bg-transparent disabled:text-ink-faint disabled:opacity-60"
      // The field keeps the focus, and with it a phone its keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onSend}
    >
      <SendHorizontal aria-hidden />
    </IconButton>
  );
}
