import { roomId, userId } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { Drafts, type DraftStorage } from './Drafts';

const an = userId('an');
const one = roomId('one');
const other = roomId('other');

it('a draft stays with its room', () => {
  const drafts = new Drafts(an, localStorage);
  drafts.write(one, 'xin');
  expect(drafts.read(one)).toBe('xin');
  expect(drafts.read(other)).toBe('');
});

it('a stored draft is there after a reload', () => {
  const before = new Drafts(an, localStorage);
  before.write(one, 'xin\nchào');
  before.flush();
  expect(new Drafts(an, localStorage).read(one)).toBe('xin\nchào');
});

it('an emptied draft leaves nothing in the storage', () => {
  const drafts = new Drafts(an, localStorage);
  drafts.write(one, 'xin');
  drafts.flush();
  drafts.write(one, ' \n');
  drafts.flush();
  expect(localStorage).toHaveLength(0);
});

it('nobody finds the draft of another user of the same machine', () => {
  const drafts = new Drafts(an, localStorage);
  drafts.write(one, 'secret');
  drafts.flush();
  expect(new Drafts(userId('binh'), localStorage).read(one)).toBe('');
});

it('a full storage costs nobody their words', () => {
  const full: DraftStorage = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  };
  const drafts = new Drafts(an, full);
  drafts.write(one, 'xin');
  drafts.flush();
  expect(drafts.read(one)).toBe('xin');
});
