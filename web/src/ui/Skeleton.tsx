import { cn } from './cn';

/** A grey shape of what is coming; its size is given as classes. Hidden from screen readers. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cn('block animate-shimmer rounded-sm bg-hover', className)} />
  );
}
