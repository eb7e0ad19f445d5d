import { useCallback } from 'react';
import { NetworkError, ProblemError } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useDates } from '@/i18n/useDates';

/**
 * An error in the user's words: what happened and what to do. Never the server's own text, which is
 * English and for logs.
 */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('problems');
  const { exact } = useDates();
  return useCallback(
    (error: unknown) => {
      if (error instanceof NetworkError) return t('network');
      if (!(error instanceof ProblemError)) return t('internal');
      if (error.code === 'rate_limited' && error.retryAfterMs !== undefined) {
        const seconds = Math.ceil(error.retryAfterMs / 1000);
        return seconds <= 90
          ? t('rate_limited_for', { count: seconds })
          : t('rate_limited_minutes', { count: Math.ceil(seconds / 60) });
      }
      if (error.code === 'muted' && error.retryAfterMs !== undefined) {
        return t('muted_until', { when: exact(new Date(Date.now() + error.retryAfterMs)) });
      }
      return t(error.code);
    },
    [t, exact],
  );
}
