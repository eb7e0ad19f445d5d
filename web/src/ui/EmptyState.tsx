import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { cn } from './cn';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** Where it is all there is on the page, its title is the page's. */
  readonly heading?: 'h1' | 'p';
  /** One sentence: why there is nothing, and what to do. */
  readonly text?: string | undefined;
  readonly action?: ReactNode;
  readonly className?: string;
}

export function EmptyState({
  icon: Icon,
  title,
  heading: Heading = 'p',
  text,
  action,
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        'flex animate-fade-in flex-col items-center justify-center px-6 py-10 text-center',
        className,
      )}
    >
      <span className="mb-4 grid size-14 place-items-center rounded-lg bg-accent-soft text-accent-ink">
        <Icon aria-hidden className="size-6" strokeWidth={1.75} />
      </span>
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {text !== undefined && <p className="mt-1 max-w-72 text-pretty text-ink-soft">{text}</p>}
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  );
}
