import { useRef } from 'react';

/**
 * Where the focus goes when a dialog opens without a trigger of its own (an address, a menu) and
 * where it returns to. Inside, `[data-autofocus]` takes it, else the panel itself rather than its
 * first button, which is the one that closes it and would show its tooltip.
 */
export function useDialogFocus() {
  const opener = useRef<Element | null>(null);
  return {
    /** Only keeps in mind where the focus was. */
    remember: () => {
      opener.current = document.activeElement;
    },
    onOpenAutoFocus: (event: Event) => {
      opener.current = document.activeElement;
      event.preventDefault();
      if (!(event.target instanceof HTMLElement)) return;
      (event.target.querySelector<HTMLElement>('[data-autofocus]') ?? event.target).focus();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}
