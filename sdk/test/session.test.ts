import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkError, ProblemError } from '../src/errors.js';
import type { AuthApi } from '../src/rest/auth.js';
import { Session } from '../src/session/session.js';
import { memoryTokens, type TokenStore } from '../src/session/tokens.js';
import type { Grant, Me } from '../src/wire/records.js';
import { ManualClock } from './support/manualClock.js';
import { an } from './support/samples.js';

const me: Me = {
  user_id: an,
  username: 'an',
  display_name: 'An',
  avatar_url: null,
  email: null,
  email_verified_at: null,
  phone: null,
  has_password: true,
  role: 'user',
  muted_until: null,
  second_factor: false,
  settings: {},
  created_at: '2026-01-01T00:00:00.000Z',
};
const grant = (number: number): Grant => ({
  user: me,
  access_token: `access ${number}`,
  refresh_token: `refresh ${number}`,
  expires_in: 900,
});
const refusal = new ProblemError({
  code: 'unauthenticated',
  status: 401,
  detail: '',
  retryable: false,
});

describe('a session', () => {
  let clock: ManualClock;
  let tokens: TokenStore;
  let asked: (string | undefined)[];
  let answer: () => Promise<Grant>;
  let turns: string[];

  const open = (kept: TokenStore | null) =>
    new Session({
      auth: {
        refresh: (token?: string) => {
          asked.push(token);
          return answer();
        },
      } as unknown as AuthApi,
      tokens: kept,
      clock,
      exclusively: async (run) => {
        turns.push('enters');
        const result = await run();
        turns.push('leaves');
        return result;
      },
    });

  beforeEach(() => {
    clock = new ManualClock();
    tokens = memoryTokens('refresh 0');
    asked = [];
    turns = [];
    let number = 0;
    answer = () => Promise.resolve(grant((number += 1)));
  });

  it('is restored from what is kept, and keeps what comes next', async () => {
    const session = open(tokens);
    expect(session.store.getState()).toEqual({ status: 'unknown' });
    expect(await session.restore()).toEqual({ status: 'signed_in', me });
    expect(asked).toEqual(['refresh 0']);
    expect(await tokens.load()).toBe('refresh 1');
    expect(session.token).toBe('access 1');
  });

  it('is restored by the cookie alone where there is one', async () => {
    expect(await open(null).restore()).toEqual({ status: 'signed_in', me });
    expect(asked).toEqual([undefined]);
  });

  it('asks nobody when nothing is kept', async () => {
    const session = open(memoryTokens());
    expect(await session.restore()).toEqual({ status: 'signed_out', reason: 'fresh' });
    expect(asked).toEqual([]);
  });

  it('stays unknown when no answer came, and can be restored later', async () => {
    const session = open(tokens);
    const good = answer;
    answer = () => Promise.reject(new NetworkError('unreachable'));
    await expect(session.restore()).rejects.toBeInstanceOf(NetworkError);
    expect(session.store.getState()).toEqual({ status: 'unknown' });
    answer = good;
    expect(await session.restore()).toEqual({ status: 'signed_in', me });
  });

  it('refreshes once for all who were refused the same token', async () => {
    const session = open(tokens);
    await session.adopt(grant(0));
    const renewed = await Promise.all([1, 2, 3, 4].map(() => session.renew('access 0')));
    expect(renewed).toEqual(Array(4).fill('access 1'));
    expect(asked.length).toBe(1);
    expect(await session.renew('access 0')).toBe('access 1');
    expect(asked.length).toBe(1);
  });

  it('takes turns with the other pages that share its cookie', async () => {
    await open(null).restore();
    expect(turns).toEqual(['enters', 'leaves']);
  });

  it('renews a token shortly before it expires, and not sooner', async () => {
    const session = open(tokens);
    await session.adopt(grant(0));
    await clock.pass(889_000);
    expect(await session.current()).toBe('access 0');
    await clock.pass(2_000);
    expect(await session.current()).toBe('access 1');
  });

  it('ends when the refresh is refused', async () => {
    const session = open(tokens);
    await session.adopt(grant(0));
    answer = () => Promise.reject(refusal);
    expect(await session.renew('access 0')).toBeNull();
    expect(session.store.getState()).toEqual({ status: 'signed_out', reason: 'revoked' });
    expect(await tokens.load()).toBeNull();
  });

  it('outlives a server that cannot answer now', async () => {
    const session = open(tokens);
    await session.adopt(grant(0));
    for (const error of [
      new NetworkError('timeout'),
      new ProblemError({ code: 'busy', status: 503, detail: '', retryable: true }),
    ]) {
      answer = () => Promise.reject(error);
      await expect(session.renew('access 0')).rejects.toBe(error);
      expect(session.store.getState().status).toBe('signed_in');
    }
  });

  it('is not signed in again by a refresh that was under way when one signed out', async () => {
    const session = open(tokens);
    await session.adopt(grant(0));
    let arrive: (grant: Grant) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    const renewal = session.renew('access 0');
    await clock.pass(0);
    await session.end('left');
    arrive(grant(1));
    expect(await renewal).toBeNull();
    expect(session.store.getState()).toEqual({ status: 'signed_out', reason: 'left' });
    expect(await tokens.load()).toBeNull();
  });
});
