import type { CSSProperties, ReactNode } from 'react';
import { cn } from '@/ui/cn';
import { useMediaQuery } from '@/ui/useMediaQuery';

export interface ColumnProps {
  readonly label: string;
  /** Nothing was chosen in it: on a narrow screen it is the page. */
  readonly alone: boolean;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** The left column: navigation beside the page, and the page itself where only one fits. */
export function Column({ label, alone, className, style, children }: ColumnProps) {
  const narrow = !useMediaQuery('(min-width: 700px)');
  const Landmark = narrow && alone ? 'main' : 'div';
  return (
    <Landmark
      className={cn('w-full shrink-0 two:w-75', alone ? 'flex' : 'hidden two:flex', className)}
      style={style}
    >
      <nav
        aria-label={label}
        className="relative flex min-w-0 flex-1 flex-col border-line bg-canvas two:border-r"
      >
        {children}
      </nav>
    </Landmark>
  );
}
