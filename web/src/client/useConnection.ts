import type { ConnectionState } from '@tingting/sdk';
import { useStore } from 'zustand';
import { useClient } from './useClient';

export function useConnection(): ConnectionState {
  return useStore(useClient().connection);
}
