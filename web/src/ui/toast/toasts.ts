import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'neutral' | 'danger';
}

interface Toasts {
  readonly shown: readonly Toast[];
}

/** At most this many at once; the oldest makes room. */
const most = 3;
let lastId = 0;

export const useToasts = create<Toasts>(() => ({ shown: [] }));

/** Tells of something that happened elsewhere; what concerns a form stands beside its field. */
export function toast(text: string, tone: Toast['tone'] = 'neutral'): void {
  lastId += 1;
  const added = { id: lastId, text, tone };
  useToasts.setState(({ shown }) => ({ shown: [...shown, added].slice(-most) }));
}

export function dismissToast(id: number): void {
  useToasts.setState(({ shown }) => ({ shown: shown.filter((one) => one.id !== id) }));
}
