import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '@/i18n/i18n';
import { isLanguage } from '@/i18n/languages';
import { useClient } from './useClient';
import { useMe } from './useMe';

/**
 * Speaks the language that one has chosen on any device. Who has chosen none has this one's from now on, so that
 * mails speak it as well.
 */
export function useOwnLanguage(): void {
  const client = useClient();
  const { settings } = useMe();
  const { i18n } = useTranslation();
  const chosen = settings.language;
  useEffect(() => {
    if (isLanguage(chosen)) {
      if (chosen !== i18n.language) void changeLanguage(chosen);
    } else if (chosen === undefined) {
      // Not being kept is no loss: the next visit tries again.
      client.updateMe({ settings: { language: i18n.language } }).catch(() => undefined);
    }
    // A change here is stored by who makes it: only what the server says is followed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);
}
