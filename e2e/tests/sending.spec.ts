import { expect, test } from '../fixtures';

test('a message that the server cannot take says so, and goes out when it is sent again', async ({
  arrive,
  api,
}) => {
  const an = await arrive('An');
  const binh = await api.signUp('Bình');
  const roomId = await api.directRoom(binh, an.account);
  let refusals = 0;
  await an.page.routeWebSocket('**/ws', (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const frame = JSON.parse(text.toString()) as { id?: string; type: string };
      if (frame.type !== 'send_message' || refusals++ > 0) {
        server.send(text);
        return;
      }
      const error = { code: 'internal', message: 'Something went wrong.', retryable: false };
      socket.send(JSON.stringify({ id: frame.id, type: 'error', error }));
    });
  });
  await an.page.goto(`/app/rooms/${roomId}`);

  await an.write('Bình', 'Does this arrive?');
  await an.seesState('Does this arrive?', 'failed');
  expect(await messagesOf()).toEqual([]);

  await an
    .message('Does this arrive?')
    .getByRole('button', { name: an.words('conversation:retry') })
    .click();
  await an.seesState('Does this arrive?', 'sent');
  expect(await messagesOf()).toEqual(['Does this arrive?']);

  async function messagesOf(): Promise<(string | null)[]> {
    const path = `/rooms/${roomId}/messages?limit=10`;
    const messages = await api.ask<{ content: string | null }[]>('GET', path, binh.access_token);
    return messages.map(({ content }) => content);
  }
});

test('what is written while the server is away goes out once and in order when it is back', async ({
  arrive,
  api,
  server,
}) => {
  const an = await arrive('An');
  const binh = await api.signUp('Bình');
  const roomId = await api.directRoom(binh, an.account);
  await an.page.goto(`/app/rooms/${roomId}`);
  await an.write('Bình', 'zero');
  await an.seesState('zero', 'sent');

  await server.stop();
  for (const text of ['one', 'two', 'three']) await an.write('Bình', text);
  await expect(an.message('three')).toBeVisible();
  await server.start();

  for (const text of ['one', 'two', 'three']) {
    await expect(an.message(text)).toContainText(an.words('conversation:state.sent'), {
      timeout: 30_000,
    });
  }
  const path = `/rooms/${roomId}/messages?limit=10`;
  const messages = await api.ask<{ content: string }[]>('GET', path, binh.access_token);
  expect(messages.map(({ content }) => content)).toEqual(['three', 'two', 'one', 'zero']);
});

test('Shift and Enter break the line, Enter sends, and nothing is read as markup', async ({
  arrive,
  api,
}) => {
  const an = await arrive('An');
  const binh = await api.signUp('Bình');
  const roomId = await api.directRoom(binh, an.account);
  await an.page.goto(`/app/rooms/${roomId}`);
  await an.composer('Bình').pressSequentially('<b>first</b>');
  await an.composer('Bình').press('Shift+Enter');
  await an.composer('Bình').pressSequentially('second');
  await an.composer('Bình').press('Enter');
  await expect(an.message('<b>first</b>')).toContainText('second');
  await expect(an.composer('Bình')).toHaveValue('');
});
