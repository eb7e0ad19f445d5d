import { useEffect, useState } from 'react';

/** Keys in quick succession are one wish, milliseconds. */
const pauseMs = 200;

export interface Typed {
  readonly text: string;
  readonly type: (text: string) => void;
  /** What is typed is what is wished for. */
  readonly isSettled: boolean;
  /** Wishes for it now. */
  readonly settle: () => void;
}

/** What is being typed, which becomes the wish as soon as the keys rest. */
export function useTyped(wished: string, wish: (text: string) => void): Typed {
  const [text, type] = useState(wished);
  const isSettled = text.trim() === wished;
  const settle = () => {
    if (!isSettled) wish(text.trim());
  };

  useEffect(() => {
    const timer = setTimeout(settle, pauseMs);
    return () => clearTimeout(timer);
  });

  return { text, type, isSettled, settle };
}
