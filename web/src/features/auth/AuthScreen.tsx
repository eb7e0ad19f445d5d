import type { ReactNode } from 'react';
import { Logo } from '@/ui/Logo';
import { Notice, type NoticeProps } from '@/ui/Notice';
import { LanguageLinks } from './LanguageLinks';

export interface AuthScreenProps {
  readonly title: string;
  readonly text: string;
  /** What has happened that leads one here. */
  readonly notice?: Pick<NoticeProps, 'tone'> & { readonly text: string };
  /** The form. */
  readonly children: ReactNode;
  /** The way to another of these pages. */
  readonly elsewhere: ReactNode;
}

/** The frame of signing in, signing up and getting back in. */
export function AuthScreen({ title, text, notice, children, elsewhere }: AuthScreenProps) {
  return (
    <main className="flex h-full scroll-area flex-col bg-canvas px-5 two:bg-canvas">
      <div className="m-auto w-full max-w-[400px] py-8 two:rounded-lg two:bg-surface two:p-8 two:ring-1 two:ring-line">
        <Logo size={44} />
        <h1 className="mt-5 text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 mb-6 text-ink-soft">{text}</p>
        {notice !== undefined && (
          <Notice tone={notice.tone} className="mb-5">
            <p role="status">{notice.text}</p>
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
