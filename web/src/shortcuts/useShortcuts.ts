import { useEffect, useRef } from 'react';
import { matches } from './matches';
import type { ShortcutId } from './shortcuts';

export type ShortcutHandlers = Partial<Readonly<Record<ShortcutId, () => void>>>;

/**
 * Does what these keys are for while mounted. A key that something on the page has used already, or
 * that is pressed in a dialog or a menu, is left alone.
 */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isSpokenFor(event)) return;
      const id = (Object.keys(latest.current) as ShortcutId[]).find((one) => matches(one, event));
      if (id === undefined) return;
      event.preventDefault();
      latest.current[id]?.();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** It means something else where it was pressed: a letter in a field, anything in an overlay. */
function isSpokenFor({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]')) return true;
  const types = key.length === 1 && !ctrlKey && !metaKey && !altKey;
  return types && target.matches('input,textarea,select,[contenteditable=true]');
}
