/**
 * Puts text in place of the selection, as if it had been typed: the browser's undo takes it back,
 * and the field's own input event tells React.
 */
export function insertAtCaret(field: HTMLTextAreaElement, text: string): void {
  field.focus({ preventScroll: true });
  // Deprecated, and the only way that keeps the undo history; where it is refused, the other.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
