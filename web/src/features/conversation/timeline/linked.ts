import type { MessageId } from '@tingting/sdk';

/** A message one was led to from outside the timeline; each time it is, this is another object. */
export interface Linked {
  readonly message: MessageId;
}
