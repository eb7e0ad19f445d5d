import type { ComponentProps } from 'react';
import { cn } from './cn';
import { inputLooks } from './inputLooks';

export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={cn(inputLooks, 'h-10 px-3', className)} {...rest} />;
}
