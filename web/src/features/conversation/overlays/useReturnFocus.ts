import { useState } from 'react';

/**
 * Gives the focus back to where it was before something opened: inside a message to the message
 * itself, since its buttons may be gone by then.
 */
export function useReturnFocus(): () => void {
  // With the first render: whatever opens takes the focus in its effects.
  const [opener] = useState(() => {
    const active = document.activeElement;
    return active?.closest('[data-message]') ?? active;
  });
  return () => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
}
