import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { indexedDbOutbox } from '../src/outbox/indexeddb.js';
import { memoryOutbox } from '../src/outbox/memory.js';
import type { Outgoing } from '../src/store/state.js';
import { clientMsgId } from '../src/wire/ids.js';
import { an, binh, hall } from './support/samples.js';

const outgoing = (name: string, status: Outgoing['status'] = 'pending'): Outgoing => ({
  clientMsgId: clientMsgId(name),
  roomId: hall,
  draft: { content: name },
  createdAt: '2026-01-01T00:00:00.000Z',
  status,
});

describe.each([
  ['IndexedDB', () => indexedDbOutbox(an, new IDBFactory())],
  ['memory', () => memoryOutbox()],
])('an outbox in %s', (_, open) => {
  it('gives messages back in the order they were first put, changed ones too', async () => {
    const storage = open();
    for (const name of ['z', 'a', 'm']) await storage.put(outgoing(name));
    await storage.put(outgoing('z', 'failed'));
    expect(await storage.load()).toEqual([outgoing('z', 'failed'), outgoing('a'), outgoing('m')]);
  });

  it('keeps nothing of what was removed', async () => {
    const storage = open();
    for (const name of ['a', 'b']) await storage.put(outgoing(name));
    await storage.remove(clientMsgId('a'));
    expect(await storage.load()).toEqual([outgoing('b')]);
    await storage.clear();
    expect(await storage.load()).toEqual([]);
  });

  it('keeps the order of changes that nobody waited for', async () => {
    const storage = open();
    void storage.put(outgoing('a'));
    void storage.remove(clientMsgId('a'));
    await storage.put(outgoing('b'));
    expect(await storage.load()).toEqual([outgoing('b')]);
  });
});

describe('an outbox in IndexedDB', () => {
  it('survives a reload, and continues the order after it', async () => {
    const factory = new IDBFactory();
    const before = indexedDbOutbox(an, factory);
    for (const name of ['b', 'a']) await before.put(outgoing(name));
    const after = indexedDbOutbox(an, factory);
    await after.load();
    await after.put(outgoing('0'));
    expect((await after.load()).map((one) => one.clientMsgId)).toEqual(['b', 'a', '0']);
  });

  it('shows nothing of it to another account', async () => {
    const factory = new IDBFactory();
    await indexedDbOutbox(an, factory).put(outgoing('a'));
    expect(await indexedDbOutbox(binh, factory).load()).toEqual([]);
  });

  it('rejects when the browser refuses, instead of losing it silently', async () => {
    const factory = {
      open: () => {
        throw new Error('no storage here');
      },
    } as unknown as IDBFactory;
    await expect(indexedDbOutbox(an, factory).put(outgoing('a'))).rejects.toThrow(
      'no storage here',
    );
  });
});
