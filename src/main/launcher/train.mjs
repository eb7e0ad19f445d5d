// Makes the start-up cache: runs the built server once, does with it what its first users do, and ends it. The JVM then
// writes down which classes it loaded and which methods were hot.
//
// Usage: node train.mjs TARGET_FOLDER JAVA [JVM_OPTION]...
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

const [target, java, ...options] = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'tingting-training-'));
const server = spawn(
  java,
  [
    ...options,
    `-XX:AOTCacheOutput=${join(target, 'tingting.aot')}`,
    ...['-jar', join(target, 'tingting.jar'), 'serve', '--port', '0', '--data-dir', dataDir],
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const ended = new Promise((resolve) => server.once('exit', resolve));
const tooLong = setTimeout(() => server.kill('SIGKILL'), 120_000);

try {
  const url = await address();
  await train(url);
  server.kill('SIGTERM');
  // The cache is written by the ending JVM; 143 is its exit after SIGTERM.
  const code = await ended;
  if (code !== 0 && code !== 143) throw new Error(`the server ended with ${code}`);
} finally {
  server.kill('SIGKILL');
  clearTimeout(tooLong);
  rmSync(dataDir, { recursive: true, force: true });
}

/** The first address that the server prints. */
function address() {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: server.stdout });
    lines.on('line', (line) => {
      console.log(line);
      const found = /http:\/\/\S+:\d+/.exec(line);
      if (found) resolve(found[0]);
    });
    lines.on('close', () => reject(new Error('the server ended before it printed its address')));
  });
}

async function train(url) {
  const ask = async (method, path, body, token) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('content-type')?.includes('json') ? answer.json() : answer.text();
  };
  const account = (username) => ({ username, password: `training of ${username}` });

  await ask('GET', '/');
  const an = await ask('POST', '/api/v1/auth/register', account('training_an'));
  const binh = await ask('POST', '/api/v1/auth/register', account('training_binh'));
  const { username: login, password } = account('training_an');
  const { access_token: token } = await ask('POST', '/api/v1/auth/login', { login, password });
  await ask('GET', '/api/v1/users/me', undefined, token);
  await ask('GET', '/api/v1/users?query=training', undefined, token);
  const room = await ask('POST', '/api/v1/rooms/direct', { user_id: binh.user.user_id }, token);

  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, {
    headers: { authorization: `Bearer ${an.access_token}` },
  });
  await new Promise((resolve, reject) => {
    let delivered = 0;
    socket.once('error', reject);
    socket.once('close', reject);
    socket.on('message', (frame) => {
      const { type } = JSON.parse(frame.toString());
      if (type === 'ready') {
        for (let i = 0; i < 20; i++) {
          const data = { room_id: room.room_id, client_msg_id: randomUUID(), kind: 'text', content: `${i}` };
          socket.send(JSON.stringify({ id: `${i}`, type: 'send_message', data }));
        }
      }
      if (type === 'error') reject(new Error(frame.toString()));
      if (type === 'new_message' && ++delivered === 20) resolve();
    });
  });
  await ask('GET', `/api/v1/rooms/${room.room_id}/messages?limit=20`, undefined, token);
  await ask('GET', '/api/v1/rooms', undefined, token);
  socket.removeAllListeners('close');
  socket.close();
}
