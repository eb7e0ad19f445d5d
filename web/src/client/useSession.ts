import type { SessionState } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from './useClient';

export function useSession(): SessionState {
  return useStore(useClient().session);
}
