import type { MessageId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { usePendingRecalls } from './usePendingRecalls';

/** In place of a message that is about to go: the way back, for a few seconds. */
export function UndoRecall({ message }: { message: MessageId }) {
  const { t } = useTranslation('conversation');
  const recalls = usePendingRecalls();
  return (
    <button
      type="button"
      className="ml-2 touch-target rounded-sm px-1.5 font-medium text-accent-ink hover:bg-hover"
      onClick={() => recalls.undo(message)}
    >
      {t('undo')}
    </button>
  );
}
