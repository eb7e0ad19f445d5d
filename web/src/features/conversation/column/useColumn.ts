import { use } from 'react';
import { useStore } from 'zustand';
import type { Column, ColumnState } from './column';
import { ColumnContext } from './ColumnContext';

/** What goes on in this column, to change it. */
export function useColumn(): Column {
  const column = use(ColumnContext);
  if (!column) throw new Error('useColumn needs a ColumnContext above it');
  return column;
}

/** What `select` answers, again only when its answer changes. */
export function useColumnState<Answer>(select: (state: ColumnState) => Answer): Answer {
  return useStore(useColumn(), select);
}
