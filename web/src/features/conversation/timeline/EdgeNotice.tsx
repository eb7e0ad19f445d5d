import { useTranslation } from 'react-i18next';
import { Spinner } from '@/ui/Spinner';
import { useConversationState } from '../useConversation';
import { RetryLink } from './RetryLink';
import type { MorePages } from './useMorePages';

/** What there is to say above the first row: more is coming, did not come, or there is no more. */
export function EdgeNotice({ pages }: { pages: MorePages }) {
  const { t } = useTranslation('conversation');
  const reachesStart = useConversationState((it) => it.reachesStart);
  const loading = useConversationState((it) => it.loading === 'older');
  return (
    <div className="absolute inset-x-0 top-0 flex h-14 items-center justify-center gap-2 text-xs text-ink-faint">
      {pages.failed === 'older' ? (
        <>
          {t('older_failed')} <RetryLink onRetry={pages.retry} />
        </>
      ) : reachesStart ? (
        t('beginning')
      ) : (
        loading && (
          <>
            <Spinner />
            <span className="sr-only">{t('loading')}</span>
          </>
        )
      )}
    </div>
  );
}
