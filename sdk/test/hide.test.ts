import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createTingTing, type TingTing } from '../src/index.js';
import { FakeServer } from './support/fakeServer.js';
import { an, binh, hall } from './support/samples.js';

describe('a page that goes', () => {
  let server: FakeServer;
  let chat: TingTing;
  let page: EventTarget;
  let sight: EventTarget & { visibilityState: string };

  beforeEach(async () => {
    page = new EventTarget();
    sight = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    vi.stubGlobal('document', sight);
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    server = await new FakeServer().start();
    server.addRoom(hall, [an, binh]);
    server.says(hall, binh, 'a');
    chat = createTingTing({ baseUrl: server.url, WebSocket });
    await chat.login({ login: an, password: 'x' });
    await chat.conversation(hall).open();
    await vi.waitFor(() => expect(marks()).toEqual(['delivered']));
  });

  afterEach(async () => {
    chat.close();
    await server.stop();
    vi.unstubAllGlobals();
  });

  const marks = () =>
    server.frames.map(({ type }) => type).filter((type) => type === 'read' || type === 'delivered');

  it.each([
    ['is left', () => page.dispatchEvent(new Event('pagehide'))],
    [
      'is covered',
      () => {
        sight.visibilityState = 'hidden';
        sight.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('tells what was read when it %s, before its socket goes', async (_, goes) => {
    chat.conversation(hall).read(1);
    goes();
    chat.close();
    await vi.waitFor(() => expect(marks()).toEqual(['delivered', 'read']));
  });
});
