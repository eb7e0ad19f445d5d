import type { UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/client/useUser';

/**
 * "An is typing…", "An and Bình are typing…", "An and 2 others are typing…". Empty when nobody is,
 * and for the moment in which a name is not known yet.
 */
export function useTypingWords(typing: readonly UserId[]): string {
  const { t } = useTranslation('conversation');
  const first = useUser(typing[0])?.display_name;
  const second = useUser(typing[1])?.display_name;
  if (first === undefined) return '';
  if (typing.length === 1) return t('typing.one', { name: first });
  if (typing.length === 2 && second !== undefined) {
    return t('typing.two', { name: first, other: second });
  }
  return t('typing.many', { name: first, count: typing.length - 1 });
}
