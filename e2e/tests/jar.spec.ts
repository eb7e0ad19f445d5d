import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Api, Socket } from '../api';
import { Server } from '../Server';

// What only the packed jar can show: that everything is in it, and that the process behaves.
test.describe('the jar', () => {
  const server = new Server();

  test.beforeAll(() => server.start());
  test.afterAll(() => server.dispose());

  test('says that it is alive and ready', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      expect((await fetch(server.url + path)).status).toBe(200);
    }
  });

  test('serves the web app at every address of a page, under a strict policy', async () => {
    for (const path of ['/', '/app', '/app/sign-in', '/app/rooms/some-room']) {
      const page = await fetch(server.url + path);
      expect(page.status, path).toBe(200);
      expect(await page.text(), path).toContain('<div id="root">');
      expect(page.headers.get('content-security-policy'), path).toContain("default-src 'self'");
      expect(page.headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  test('lets what carries its content in its name be kept for ever, and the page not', async () => {
    const page = await fetch(server.url);
    expect(page.headers.get('cache-control')).toContain('no-cache');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    expect(script).toBeDefined();
    const asset = await fetch(server.url + (script ?? ''));
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  test('carries a message from one socket to another', async () => {
    const api = new Api(server.url);
    const an = await api.signUp('An');
    const binh = await api.signUp('Bình');
    const roomId = await api.directRoom(an, binh);
    const writing = new Socket(server.url, an.access_token);
    const reading = new Socket(server.url, binh.access_token);
    await writing.frame(({ type }) => type === 'ready');
    await reading.frame(({ type }) => type === 'ready');

    const data = {
      room_id: roomId,
      client_msg_id: randomUUID(),
      kind: 'text',
      content: 'Chào Bình',
    };
    writing.send({ id: 'first', type: 'send_message', data });

    const ack = await writing.frame(({ id }) => id === 'first');
    expect(ack).toMatchObject({ type: 'ack', data: { seq: 1, duplicate: false } });
    const message = await reading.frame(({ type }) => type === 'new_message');
    expect(message.data).toMatchObject({ content: 'Chào Bình', user_id: an.user_id, seq: 1 });
    writing.close();
    reading.close();
  });

  test('ends soon after SIGTERM, tells its sockets to come back, and keeps what was sent', async () => {
    const api = new Api(server.url);
    const an = await api.signUp('An');
    const binh = await api.signUp('Bình');
    const roomId = await api.directRoom(an, binh);
    await api.send(an, roomId, 'Still here?');
    const socket = new Socket(server.url, binh.access_token);
    await socket.frame(({ type }) => type === 'ready');

    const asked = Date.now();
    await server.stop();
    expect(Date.now() - asked).toBeLessThan(15_000);
    expect(await socket.closed()).toBe(1012);

    await server.start();
    const history = await api.ask('GET', `/rooms/${roomId}/messages?limit=10`, binh.access_token);
    expect(history).toMatchObject([{ content: 'Still here?', seq: 1 }]);
  });
});
