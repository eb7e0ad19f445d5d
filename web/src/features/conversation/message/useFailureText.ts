import { errorCodes, type ErrorCode } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';

const known: ReadonlySet<string> = new Set(errorCodes);

/** Why the server refused a message, in the user's words. */
export function useFailureText(code: string | undefined): string {
  const { t } = useTranslation(['problems', 'conversation']);
  return code !== undefined && known.has(code)
    ? t(code as ErrorCode)
    : t('state.failed', { ns: 'conversation' });
}
