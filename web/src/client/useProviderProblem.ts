import { useTranslation } from 'react-i18next';

const known = [
  'cancelled',
  'expired',
  'unavailable',
  'failed',
  'closed',
  'email_unconfirmed',
  'linked_otherwise',
  'taken',
  'signed_out',
] as const;

/** What went wrong on the way to a provider and back, in words: `problem` of the page's address. */
export function useProviderProblem(problem: string | null): string | undefined {
  const { t } = useTranslation('oauth');
  if (problem === null) return undefined;
  return t(`problem.${known.find((one) => one === problem) ?? 'failed'}`);
}
