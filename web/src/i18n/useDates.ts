import { useTranslation } from 'react-i18next';
import { datesIn, type Dates } from './dates';
import { localeOf } from './languages';

export function useDates(): Dates {
  return datesIn(localeOf(useTranslation().i18n.language));
}
