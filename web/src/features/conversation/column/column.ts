import type { Message, MessageId } from '@tingting/sdk';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Where on the screen something opens: beside this box, CSS pixels. */
export type Anchor = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** What lies over the conversation; one thing at a time. */
export type Overlay =
  | { readonly kind: 'menu' | 'picker'; readonly message: Message; readonly at: Anchor }
  | {
      readonly kind: 'sheet' | 'reactors' | 'forward' | 'history' | 'report';
      readonly message: Message;
    }
  | { readonly kind: 'schedule'; readonly at: Anchor }
  | { readonly kind: 'pick_time' | 'scheduled' };

/** What one is about to say. */
export interface Writing {
  readonly content: string;
  readonly replyTo: MessageId | null;
}

export interface Editing {
  readonly message: Message;
  readonly content: string;
}

/** What its reader is doing in a conversation, beside reading. */
export interface ColumnState {
  readonly writing: Writing;
  readonly editing: Editing | null;
  readonly overlay: Overlay | null;
}

export type Column = StoreApi<ColumnState>;

export const nothingWritten: Writing = { content: '', replyTo: null };

export const createColumn = (writing: Writing = nothingWritten): Column =>
  createStore<ColumnState>(() => ({ writing, editing: null, overlay: null }));
