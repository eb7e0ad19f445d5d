import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { ReportDialog } from '@/client/ReportDialog';

interface ReportMessageProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** Tells those in charge of a message. */
export function ReportMessage({ message, onClose }: ReportMessageProps) {
  const { t } = useTranslation();
  return (
    <ReportDialog
      title={t('report.message')}
      about={{ message_id: message.message_id }}
      onClose={onClose}
    />
  );
}
