import { useId, useState, type KeyboardEvent } from 'react';
import { SearchX, UserRoundSearch, WifiOff } from 'lucide-react';
import type { User, UserId } from '@tingting/sdk';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { useWatch } from '@/client/useWatch';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SearchInput } from '@/ui/SearchInput';
import { UserOption } from './UserOption';
import { UserPickerSkeleton } from './UserPickerSkeleton';
import { useUserSearch } from './useUserSearch';

export interface UserPickerProps {
  readonly onPick: (user: User) => void;
  /** Shown as picked. Without it, picking is the end of the matter. */
  readonly picked?: ReadonlySet<UserId>;
  /** Cannot be picked; why. */
  readonly barred?: { readonly users: ReadonlySet<UserId>; readonly why: string };
  /** Backspace in the empty field takes the last pick back. */
  readonly onTakeBack?: () => void;
  /** Whether the search field takes the focus when its dialog opens. */
  readonly autoFocus?: boolean;
}

/**
 * Finds people by name: a combobox whose list is always open (WAI-ARIA APG, "Combobox"): the focus
 * stays in the field, the arrow keys move in the list, Enter picks.
 */
export function UserPicker({
  onPick,
  picked,
  barred,
  onTakeBack,
  autoFocus = true,
}: UserPickerProps) {
  const { t } = useTranslation('people');
  const problemText = useProblemText();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { search, findNow } = useUserSearch(text);
  const users = 'users' in search ? search.users : [];
  const fresh = 'users' in search && !search.stale;
  const at = Math.min(active, users.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;
  useWatch(users.map((user) => user.user_id));

  const pick = (user: User | undefined) => {
    if (!user || barred?.users.has(user.user_id)) return;
    onPick(user);
    setText('');
    setActive(0);
  };
  const moveTo = (index: number) => {
    const next = (index + users.length) % users.length;
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  /** Enter came before the answer: the first of it is meant, not what stands there from before. */
  const pickFirst = async (input: HTMLInputElement) => {
    const asked = input.value;
    const [first] = await findNow();
    if (input.value === asked) pick(first);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Backspace' && text === '') onTakeBack?.();
    if (event.key === 'Enter') {
      event.preventDefault();
      if (fresh) pick(users[at]);
      else void pickFirst(event.currentTarget);
      return;
    }
    if (users.length === 0) return;
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SearchInput
        className="mx-5 mb-2"
        role="combobox"
        aria-expanded={users.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={users.length > 0 ? optionId(at) : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        data-autofocus={autoFocus || undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="sr-only">
        {search.status === 'found' && t('search.results', { count: users.length })}
      </p>
      {/* One height for all states: nothing moves while one types. */}
      <div className="h-80 scroll-area px-3 pb-3">
        {search.status === 'loading' && <UserPickerSkeleton />}
        {search.status === 'failed' && (
          <EmptyState
            icon={WifiOff}
            title={problemText(search.error)}
            action={
              <Button variant="secondary" onClick={search.retry}>
                {t('search.retry')}
              </Button>
            }
          />
        )}
        {search.status === 'recent' && users.length === 0 && (
          <EmptyState icon={UserRoundSearch} title={t('search.hint')} />
        )}
        {search.status === 'found' && users.length === 0 && (
          <EmptyState icon={SearchX} title={t('search.none_title')} text={t('search.none_text')} />
        )}
        <ul
          id={listId}
          role="listbox"
          aria-label={t('search.people')}
          aria-multiselectable={picked && true}
        >
          {users.map((user, index) => (
            <UserOption
              key={user.user_id}
              id={optionId(index)}
              user={user}
              active={index === at}
              picked={picked?.has(user.user_id)}
              note={barred?.users.has(user.user_id) ? barred.why : undefined}
              onPick={() => pick(user)}
              onPoint={() => setActive(index)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}
