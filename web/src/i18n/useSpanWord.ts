import { useTranslation } from 'react-i18next';
import { localeOf } from './languages';
import { spanIn } from './spans';

/** A length of time in words, given in seconds: 30 seconds, 1 hour, 7 days. */
export function useSpanWord(): (seconds: number) => string {
  const locale = localeOf(useTranslation().i18n.language);
  return (seconds) => spanIn(locale, seconds);
}
