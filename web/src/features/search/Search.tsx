import { useId, useState, type KeyboardEvent } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import type { Message } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { SearchInput } from '@/ui/SearchInput';
import { SearchFilters } from './SearchFilters';
import { SearchResults } from './SearchResults';
import { useMessageSearch } from './useMessageSearch';
import { useTyped } from './useTyped';
import { hasFilter, type SearchWish } from './wish';

export interface SearchProps {
  readonly wish: SearchWish;
  readonly onWish: (wish: SearchWish) => void;
  /** The room is given: it cannot be changed and is not named. */
  readonly inRoom: boolean;
  /** At once; a dialog around it moves the focus itself. */
  readonly takesFocus?: boolean;
  readonly onOpen: (message: Message) => void;
}

/**
 * Finds messages: a combobox whose list is always open (WAI-ARIA APG, "Combobox"): the focus stays
 * in the field, the arrow keys move in the list, Enter opens the message.
 */
export function Search({ wish, onWish, inRoom, takesFocus = false, onOpen }: SearchProps) {
  const { t } = useTranslation('search');
  const listId = useId();
  const typed = useTyped(wish.words, (words) => onWish({ ...wish, words }));
  const [active, setActive] = useState(0);
  const [filters, showFilters] = useState(hasFilter(wish));
  const search = useMessageSearch(wish);
  const found = search.status === 'found' ? search.found : [];
  const at = Math.min(active, found.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, found.length - 1));
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    if (search.status === 'found' && next === found.length - 1) search.more?.();
  };
  const open = () => {
    const chosen = found[at];
    // What stands there was found for other words.
    if (!typed.isSettled || (search.status === 'found' && search.stale)) typed.settle();
    else if (chosen) onOpen(chosen.message);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') open();
    else if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 pt-3 pr-3 pb-2 pl-4">
        <SearchInput
          className="flex-1"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
          aria-label={inRoom ? t('label_room') : t('label')}
          placeholder={inRoom ? t('label_room') : t('label')}
          data-autofocus
          // Who opens a search wants to type.
          // eslint-disable-next-line jsx-a11y-x/no-autofocus
          autoFocus={takesFocus}
          value={typed.text}
          onChange={(event) => {
            typed.type(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton
          label={t('filters')}
          aria-pressed={filters}
          onClick={() => {
            if (filters) onWish({ ...wish, from: null, until: null });
            showFilters(!filters);
          }}
        >
          <SlidersHorizontal />
        </IconButton>
      </div>
      {filters && <SearchFilters wish={wish} inRoom={inRoom} onWish={onWish} />}
      <SearchResults
        search={search}
        listId={listId}
        optionId={optionId}
        active={at}
        namesRooms={wish.room === null}
        onOpen={onOpen}
        onPoint={setActive}
      />
    </div>
  );
}
