import { messageId, roomId, userId } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { nothingWritten, type Writing } from '../column/column';
import { UnsavedDrafts, type DraftStorage } from './UnsavedDrafts';

const an = userId('an');
const one = roomId('one');
const other = roomId('other');
const says = (content: string): Writing => ({ ...nothingWritten, content });

it('a draft stays with its room', () => {
  const drafts = new UnsavedDrafts(an, localStorage);
  drafts.write(one, says('xin'));
  expect(drafts.read(one)?.content).toBe('xin');
  expect(drafts.read(other)).toBeNull();
});

it('a stored draft is there after a reload, with what it answers', () => {
  const before = new UnsavedDrafts(an, localStorage);
  const writing = { content: 'xin\nchào', replyTo: messageId('m1') };
  before.write(one, writing);
  before.flush();
  expect(new UnsavedDrafts(an, localStorage).read(one)).toEqual(writing);
});

it('one that the server has leaves nothing in the storage', () => {
  const drafts = new UnsavedDrafts(an, localStorage);
  const writing = says('xin');
  drafts.write(one, writing);
  drafts.flush();
  drafts.saved(one, writing);
  expect(drafts.read(one)).toBeNull();
  expect(localStorage).toHaveLength(0);
});

it('what was written while it was being saved stays', () => {
  const drafts = new UnsavedDrafts(an, localStorage);
  const writing = says('xin');
  drafts.write(one, writing);
  drafts.write(one, says('xin chào'));
  drafts.saved(one, writing);
  expect(drafts.read(one)?.content).toBe('xin chào');
});

it('nobody finds the draft of another user of the same machine', () => {
  const drafts = new UnsavedDrafts(an, localStorage);
  drafts.write(one, says('secret'));
  drafts.flush();
  expect(new UnsavedDrafts(userId('binh'), localStorage).read(one)).toBeNull();
});

it.each(['plain words', 'null', '{"content":1}'])('%s in the storage is no draft', (stored) => {
  localStorage.setItem('tingting.draft.an.one', stored);
  expect(new UnsavedDrafts(an, localStorage).read(one)).toBeNull();
});

it('a full storage costs nobody their words', () => {
  const full: DraftStorage = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  };
  const drafts = new UnsavedDrafts(an, full);
  drafts.write(one, says('xin'));
  drafts.flush();
  expect(drafts.read(one)?.content).toBe('xin');
});
