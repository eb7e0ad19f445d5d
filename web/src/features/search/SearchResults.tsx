import { SearchX, TextSearch, WifiOff } from 'lucide-react';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SearchResult } from './SearchResult';
import { SearchSkeleton } from './SearchSkeleton';
import type { MessageSearchState } from './useMessageSearch';

export interface SearchResultsProps {
  readonly search: MessageSearchState;
  readonly listId: string;
  readonly optionId: (index: number) => string;
  readonly active: number;
  readonly namesRooms: boolean;
  readonly onOpen: (message: Message) => void;
  readonly onPoint: (index: number) => void;
}

/** What was found, or why there is nothing. */
export function SearchResults(props: SearchResultsProps) {
  const { search, listId, optionId, active, namesRooms, onOpen, onPoint } = props;
  const { t } = useTranslation('search');
  const problemText = useProblemText();
  const found = search.status === 'found' ? search.found : [];
  return (
    <>
      <p role="status" className="sr-only">
        {search.status === 'found' && t('results', { count: found.length })}
      </p>
      <div className="min-h-0 flex-1 scroll-area px-2 pb-[max(12px,env(safe-area-inset-bottom))]">
        {search.status === 'idle' && <EmptyState icon={TextSearch} title={t('hint')} />}
        {search.status === 'loading' && <SearchSkeleton />}
        {search.status === 'failed' && (
          <EmptyState
            icon={WifiOff}
            title={problemText(search.error)}
            action={
              <Button variant="secondary" onClick={search.retry}>
                {t('retry')}
              </Button>
            }
          />
        )}
        {search.status === 'found' && found.length === 0 && (
          <EmptyState icon={SearchX} title={t('none_title')} text={t('none_text')} />
        )}
        <ul id={listId} role="listbox" aria-label={t('list')}>
          {found.map((one, index) => (
            <SearchResult
              key={one.message.message_id}
              id={optionId(index)}
              found={one}
              active={index === active}
              namesRoom={namesRooms}
              onOpen={() => onOpen(one.message)}
              onPoint={() => onPoint(index)}
            />
          ))}
        </ul>
        {search.status === 'found' && search.more && (
          <div className="flex justify-center py-2">
            <Button variant="quiet" busy={search.loadingMore} onClick={search.more}>
              {t('more')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
