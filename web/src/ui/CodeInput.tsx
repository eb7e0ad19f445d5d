import type { ComponentProps } from 'react';
import { cn } from './cn';
import { TextInput } from './TextInput';

/** For a code that came elsewhere: keyboards show digits, and offer the code from a message. */
export function CodeInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={32}
      className={cn('tracking-widest tabular-nums', className)}
      {...rest}
    />
  );
}
