import { messageId, NetworkError, type Conversation } from '@tingting/sdk';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PendingRecalls, undoable } from './PendingRecalls';

const [one, other] = [messageId('one'), messageId('other')];
const failed = vi.fn<(error: unknown) => void>();
const recall = vi.fn<Conversation['recall']>();
const conversation = { recall } as unknown as Conversation;
let recalls: PendingRecalls;

beforeEach(() => {
  vi.useFakeTimers();
  recall.mockReset().mockResolvedValue();
  failed.mockReset();
  recalls = new PendingRecalls(failed);
});
afterEach(() => vi.useRealTimers());

const hidden = () => [...recalls.store.getState()];

it('a recall is told to the server once its time is over', async () => {
  recalls.begin(conversation, one);
  recalls.begin(conversation, one);
  expect(hidden()).toEqual([one]);
  await vi.advanceTimersByTimeAsync(undoable - 1);
  expect(recall).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(recall.mock.calls).toEqual([[one]]);
  expect(hidden()).toEqual([]);
});

it('one that was undone is told to nobody', async () => {
  recalls.begin(conversation, one);
  recalls.begin(conversation, other);
  recalls.undo(one);
  expect(hidden()).toEqual([other]);
  await vi.advanceTimersByTimeAsync(undoable);
  expect(recall.mock.calls).toEqual([[other]]);
});

it('leaving the page makes it so at once, and only once', async () => {
  recalls.begin(conversation, one);
  recalls.finishAll();
  expect(recall).toHaveBeenCalledTimes(1);
  recalls.finishAll();
  await vi.advanceTimersByTimeAsync(undoable);
  expect(recall).toHaveBeenCalledTimes(1);
});

it('too late to undo is too late', async () => {
  let answer: () => void = () => undefined;
  recall.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  recalls.begin(conversation, one);
  await vi.advanceTimersByTimeAsync(undoable);
  recalls.undo(one);
  expect(hidden()).toEqual([one]);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(hidden()).toEqual([]);
});

it('one that failed shows the message again, and says why', async () => {
  const error = new NetworkError('disconnected');
  recall.mockRejectedValue(error);
  recalls.begin(conversation, one);
  await vi.advanceTimersByTimeAsync(undoable);
  expect(failed).toHaveBeenCalledWith(error);
  expect(hidden()).toEqual([]);
});
