import { useTranslation } from 'react-i18next';
import { datesIn, type Dates } from './dates';

export function useDates(): Dates {
  return datesIn(useTranslation().i18n.language);
}
