import { useTranslation } from 'react-i18next';

export function EmojiPickerFailed() {
  const { t } = useTranslation('conversation');
  return <p className="max-w-72 p-6 text-center text-ink-soft">{t('emoji.failed')}</p>;
}
