import type { ReactNode } from 'react';
import { cn } from './cn';

export interface BadgeProps {
  readonly tone?: 'accent' | 'quiet' | 'neutral';
  readonly children: ReactNode;
  readonly className?: string;
}

const tones = {
  accent: 'bg-accent text-on-accent',
  quiet: 'bg-sunken text-ink-soft',
  neutral: 'bg-accent-soft text-accent-ink',
} as const;

/** A count or one word. */
export function Badge({ tone = 'accent', children, className }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full px-1.5 text-xs font-semibold tabular',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
