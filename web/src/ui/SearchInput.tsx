import type { ComponentProps } from 'react';
import { Search } from 'lucide-react';
import { cn } from './cn';

/** A quiet field for finding things; its label is given as `aria-label`. */
export function SearchInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <div className={cn('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-faint"
        strokeWidth={1.75}
      />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        className="h-9 w-full rounded-md bg-sunken pr-3 pl-9 text-ink placeholder:text-ink-faint focus:ring-2 focus:ring-focus focus:outline-none focus:ring-inset pointer-coarse:h-10 [&::-webkit-search-cancel-button]:appearance-none"
        {...rest}
      />
    </div>
  );
}
