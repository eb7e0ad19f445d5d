import type { Message } from '@tingting/sdk';
import { useLocation, useNavigate } from 'react-router';
import { placeOfMessage } from './placeOfMessage';

/** Leads to a message in its context; `keepsPanel` where what is open does not cover it. */
export function useShowMessage(): (message: Message, keepsPanel: boolean) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return (message, keepsPanel) =>
    void navigate(placeOfMessage(message) + (keepsPanel ? search : ''), {
      state: { shown: crypto.randomUUID() },
    });
}
