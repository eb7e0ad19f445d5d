import type { Contact } from '@tingting/sdk';
import { isEmail, isPhone } from '@/client/accountRules';

/** What was typed in, as an e-mail address or a phone number; null when it is neither. */
export function contactOf(text: string): Contact | null {
  if (isPhone(text)) return { phone: text };
  return isEmail(text) ? { email: text } : null;
}
