import { describe, expect, it } from 'vitest';
import { marked } from '../src/store/marks.js';
import type { ConversationState } from '../src/store/state.js';
import { an, binh } from './support/samples.js';

const nobody = { marks: new Map(), reach: { delivered: 0, read: 0 } };

describe('how far members are', () => {
  it('only ever grows, and what is read was delivered', () => {
    const after = marked(marked(nobody, an, binh, { read: 5 }), an, binh, {
      read: 3,
      delivered: 4,
    });
    expect(after.marks.get(binh)).toEqual({ delivered: 5, read: 5 });
    expect(after.reach).toEqual({ delivered: 5, read: 5 });
  });

  it('reaches as far as others are, not oneself', () => {
    expect(marked(nobody, an, an, { read: 5 }).reach).toEqual({ delivered: 0, read: 0 });
  });

  it('is the same when it is no news, and nothing else of the state', () => {
    const state = { ...marked(nobody, an, binh, { read: 5 }), messages: [] } as unknown;
    const after = marked(state as ConversationState, an, binh, { read: 5 });
    expect(Object.keys(after)).toEqual(['marks', 'reach']);
    expect(after.marks).toBe((state as ConversationState).marks);
  });
});
