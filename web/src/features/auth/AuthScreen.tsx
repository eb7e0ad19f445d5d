import type { ReactNode } from 'react';
import { Logo } from '@/ui/Logo';
import { Notice } from '@/ui/Notice';
import { LanguageLinks } from './LanguageLinks';

export interface AuthScreenProps {
  readonly title: string;
  readonly text: string;
  /** Why one is here, when it was not one's own wish. */
  readonly notice?: string;
  /** The form. */
  readonly children: ReactNode;
  /** The way to the other of the two pages. */
  readonly elsewhere: ReactNode;
}

/** The frame of signing in and signing up. */
export function AuthScreen({ title, text, notice, children, elsewhere }: AuthScreenProps) {
  return (
    <main className="flex h-full scroll-area flex-col bg-canvas px-5 two:bg-canvas">
      <div className="m-auto w-full max-w-[400px] py-8 two:rounded-lg two:bg-surface two:p-8 two:ring-1 two:ring-line">
        <Logo size={44} />
        <h1 className="mt-5 text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 mb-6 text-ink-soft">{text}</p>
        {notice !== undefined && (
          <Notice tone="warning" className="mb-5">
            {notice}
          </Notice>
        )}
        {children}
        <p className="mt-6 text-center text-ink-soft [&_a]:font-medium [&_a]:text-accent-ink [&_a]:underline-offset-2 [&_a:hover]:underline">
          {elsewhere}
        </p>
      </div>
      <LanguageLinks />
    </main>
  );
}
