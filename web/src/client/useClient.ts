import { use } from 'react';
import type { TingTing } from '@tingting/sdk';
import { ClientContext } from './ClientContext';

export function useClient(): TingTing {
  const client = use(ClientContext);
  if (!client) throw new Error('useClient needs a ClientContext above it');
  return client;
}
