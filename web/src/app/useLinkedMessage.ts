import { useMemo, useState } from 'react';
import { messageId, type MessageId } from '@tingting/sdk';
import { useLocation } from 'react-router';

/**
 * The message that the address names: another object each time one is led there, also to the same
 * one again after one has scrolled away.
 */
export function useLinkedMessage(
  named: string | undefined,
): { readonly message: MessageId } | undefined {
  const state = useLocation().state as { readonly shown?: string } | null;
  const [shown, setShown] = useState(state?.shown);
  // Opening a panel leads to no message: what was shown last stays so.
  if (state?.shown !== undefined && state.shown !== shown) setShown(state.shown);
  return useMemo(
    () => (named === undefined ? undefined : { message: messageId(named) }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each time it is shown
    [named, shown],
  );
}
