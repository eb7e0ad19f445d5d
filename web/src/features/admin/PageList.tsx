import type { ReactNode } from 'react';
import { WifiOff, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/client/useProblemText';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Skeleton } from '@/ui/Skeleton';
import type { Pages } from './usePages';

export interface PageListProps<Item> {
  readonly label: string;
  readonly pages: Pages<Item>;
  readonly empty: { readonly icon: LucideIcon; readonly title: string; readonly text?: string };
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

/** A list of the administration in all its states. */
export function PageList<Item>({ label, pages, empty, keyOf, children }: PageListProps<Item>) {
  const { t } = useTranslation('admin');
  const problemText = useProblemText();
  if (pages.status === 'loading') return <ListSkeleton />;
  if (pages.status === 'failed') {
    return (
      <EmptyState
        icon={WifiOff}
        title={t('failed')}
        text={problemText(pages.error)}
        action={
          <Button variant="secondary" onClick={pages.retry}>
            {t('retry')}
          </Button>
        }
      />
    );
  }
  if (pages.items.length === 0) return <EmptyState {...empty} />;
  return (
    <>
      <ul aria-label={label} className="divide-y divide-line border-y border-line">
        {pages.items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {pages.more && (
        <div className="flex justify-center py-3">
          <Button variant="quiet" busy={pages.loadingMore} onClick={pages.more}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function ListSkeleton() {
  return (
    <div aria-hidden className="animate-late-in divide-y divide-line">
      {['w-48', 'w-64', 'w-40', 'w-56'].map((width) => (
        <div key={width} className="flex h-16 items-center gap-3">
          <Skeleton className="size-10 rounded-full" />
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
