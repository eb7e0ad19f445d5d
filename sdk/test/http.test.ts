import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, ProblemError } from '../src/errors.js';
import { clock } from '../src/clock.js';
import { Http, type Bearer } from '../src/rest/http.js';
import { UploadsApi } from '../src/rest/uploads.js';
import { roomId, type FileId } from '../src/wire/ids.js';

describe('a call', () => {
  let server: Server;
  let http: Http;
  let baseUrl: string;
  let seen: { url: string; method: string; token: string | undefined; body: string }[];
  let answer: (response: ServerResponse, request: IncomingMessage) => void;

  beforeEach(async () => {
    seen = [];
    answer = (response) => {
      response.end('{}');
    };
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { url = '', method = '', headers } = request;
        seen.push({ url, method, token: headers.authorization, body });
        answer(response, request);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    http = new Http({ baseUrl, fetch, clock });
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const answers = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    answer = (response) => {
      response.writeHead(status, headers);
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };
  const failure = (call: Promise<unknown>) =>
    call.then(
      () => {
        throw new Error('The call succeeded');
      },
      (error: unknown) => error,
    );

  it('uploads a file as a form, and asks for a link to one', async () => {
    const uploads = new UploadsApi(http);
    await uploads.upload(new Blob(['xin chào']), 'lời.txt', { room: roomId('den') });
    await uploads.link('f1' as FileId);
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /api/v1/uploads?room_id=den',
      'POST /api/v1/uploads/f1/link',
    ]);
    expect(seen[0]?.body).toMatch(/name="file"; filename="lời.txt"[^]*xin chào/);
  });

  it('goes under /api/v1 with its query and its body', async () => {
    await http.get('/users', { query: 'bình & an', limit: 20, cursor: undefined });
    await http.post('/rooms', { kind: 'group' });
    expect(seen).toEqual([
      {
        url: '/api/v1/users?query=b%C3%ACnh+%26+an&limit=20',
        method: 'GET',
        token: undefined,
        body: '',
      },
      { url: '/api/v1/rooms', method: 'POST', token: undefined, body: '{"kind":"group"}' },
    ]);
  });

  it('rejects with the problem the server told', async () => {
    answers(
      429,
      {
        type: 'about:blank',
        title: 'Too many requests',
        status: 429,
        detail: 'Slow down',
        code: 'rate_limited',
        retryable: true,
        errors: [{ field: 'login', message: 'too often' }],
        request_id: 'r1',
      },
      { 'retry-after': '3' },
    );
    expect(await failure(http.get('/users'))).toMatchObject({
      name: 'ProblemError',
      code: 'rate_limited',
      status: 429,
      detail: 'Slow down',
      retryable: true,
      errors: [{ field: 'login', message: 'too often' }],
      requestId: 'r1',
      retryAfterMs: 3_000,
    });
  });

  it.each([
    [502, 'busy', true],
    [404, 'not_found', false],
    [500, 'internal', false],
    [418, 'invalid_request', false],
  ])('makes sense of a %i that is no problem document', async (status, code, retryable) => {
    answers(status, '<html>nginx</html>');
    expect(await failure(http.get('/users'))).toMatchObject({ code, status, retryable });
  });

  it('answers nothing for 204', async () => {
    answers(204, '');
    expect(await http.post<unknown>('/auth/logout')).toBeUndefined();
  });

  it('tells the network from the server', async () => {
    answer = (response) => {
      response.destroy();
    };
    expect(await failure(http.get('/users'))).toMatchObject({
      name: 'NetworkError',
      reason: 'unreachable',
    });
    answers(200, '<html>a captive portal</html>');
    expect(await failure(http.get('/users'))).toBeInstanceOf(NetworkError);
  });

  it('gives up in time', async () => {
    answer = () => undefined;
    expect(await failure(http.get('/users', {}, { timeoutMs: 20 }))).toMatchObject({
      name: 'NetworkError',
      reason: 'timeout',
    });
  });

  it('is aborted by its caller, with the caller’s own reason', async () => {
    answer = () => undefined;
    const abort = new AbortController();
    const call = http.get('/users', {}, { signal: abort.signal });
    abort.abort(new Error('typed on'));
    expect(await failure(call)).toEqual(new Error('typed on'));
  });

  describe('with a token', () => {
    let renewals: (string | null)[];
    let bearer: Bearer & { token: string | null };

    beforeEach(() => {
      renewals = [];
      bearer = {
        token: 'old',
        renew(refused) {
          renewals.push(refused);
          this.token = 'new';
          return Promise.resolve(this.token);
        },
      };
      http.authenticateWith(bearer);
      answer = (response, { headers }) => {
        const good = headers.authorization === 'Bearer new';
        response.writeHead(good ? 200 : 401);
        response.end(good ? '{"ok":true}' : '{"code":"unauthenticated"}');
      };
    });

    it('is made once more with a renewed one', async () => {
      expect(await http.post<unknown>('/rooms', { kind: 'group' })).toEqual({ ok: true });
      expect(renewals).toEqual(['old']);
      expect(seen.map(({ token, body }) => `${token ?? ''} ${body}`)).toEqual([
        'Bearer old {"kind":"group"}',
        'Bearer new {"kind":"group"}',
      ]);
    });

    it('is made once more only once', async () => {
      answers(401, { code: 'unauthenticated' });
      expect(await failure(http.get('/rooms'))).toBeInstanceOf(ProblemError);
      expect(seen.length).toBe(2);
    });

    it('fails as it did when there is no renewed one', async () => {
      bearer.renew = () => Promise.resolve(null);
      expect(await failure(http.get('/rooms'))).toMatchObject({ code: 'unauthenticated' });
      expect(seen.length).toBe(1);
    });

    it('renews nothing for a wrong password', async () => {
      answers(401, { code: 'invalid_credentials' });
      await failure(http.post('/auth/password/change', {}));
      expect(renewals).toEqual([]);
    });
  });
});
