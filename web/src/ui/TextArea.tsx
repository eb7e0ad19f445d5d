import type { ComponentProps } from 'react';
import { cn } from './cn';
import { inputLooks } from './inputLooks';

/** A field of several lines that grows with its text. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(
        inputLooks,
        'field-sizing-content max-h-60 min-h-20 resize-none px-3 py-2',
        className,
      )}
      {...rest}
    />
  );
}
