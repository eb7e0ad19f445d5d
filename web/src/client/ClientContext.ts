import { createContext } from 'react';
import type { TingTing } from '@tingting/sdk';

/** The one client of this page; `app` provides it. */
export const ClientContext = createContext<TingTing | null>(null);
