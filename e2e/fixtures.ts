import { test as base, type BrowserContext, expect } from '@playwright/test';
import type { TFunction } from 'i18next';
import { Api, newAccount } from './api';
import { Person } from './Person';
import { Server } from './Server';
import { type Language, wordsIn } from './words';

interface Fixtures {
  readonly api: Api;
  readonly words: TFunction;
  /** Puts somebody in front of a browser of their own: no account, no page yet. */
  readonly visit: (displayName: string) => Promise<Person>;
  /** The same for somebody with a new account, signed in and looking at their rooms. */
  readonly arrive: (displayName: string) => Promise<Person>;
}

interface Options {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
}

export const test = base.extend<Fixtures & Options, { server: Server }>({
  language: ['en', { option: true }],
  theme: ['light', { option: true }],

  // One server for the tests of a worker: each brings people of its own.
  server: [
    // Playwright wants a pattern here, also where nothing is taken.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = new Server();
      await server.start();
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  api: async ({ server }, use) => use(new Api(server.url)),
  words: async ({ language }, use) => use(wordsIn(language)),
  baseURL: async ({ server }, use) => use(server.url),

  locale: async ({ language }, use) => use(language === 'vi' ? 'vi-VN' : 'en-GB'),
  colorScheme: async ({ theme }, use) => use(theme),

  visit: async ({ browser, words }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (displayName) => {
      const context = await browser.newContext();
      contexts.push(context);
      return new Person(await context.newPage(), newAccount(displayName), words);
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  arrive: async ({ visit, server, baseURL }, use) => {
    await use(async (displayName) => {
      const person = await visit(displayName);
      // As the page's own sign-up does it, so that the browser holds the session's cookie.
      const answer = await person.page.request.post('/api/v1/auth/register', {
        data: person.account,
        headers: { origin: baseURL ?? server.url },
      });
      expect(answer.status()).toBe(201);
      await person.page.goto('/app');
      await person.seesRooms();
      return person;
    });
  },
});

export { expect };
