/**
 * For `onOpenAutoFocus` of a dialog: the panel itself takes the focus rather than its first button,
 * which is the one that closes it and would show its tooltip. A field with `autoFocus` comes first.
 */
export function focusPanel(event: Event): void {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.focus();
}
