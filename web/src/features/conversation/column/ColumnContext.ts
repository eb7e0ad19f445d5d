import { createContext } from 'react';
import type { Column } from './column';

/** What goes on in the column around this. */
export const ColumnContext = createContext<Column | null>(null);
