// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { farthestMove, fromEnd, stillness } from '../testing/looking';
import { hasChromium, phone, Stage, type Setting } from '../testing/Stage';

// What only a browser with layout can tell: where things are, and that they stay there.

let stage: Stage;
let page: Page;

const open = async (setting: Setting) => {
  page = await stage.open(setting);
  await page.getByRole('article').first().waitFor();
  await stillness(page);
};

const loadOlder = () => page.evaluate(() => window.stage.conversation.loadOlder());
const receive = () => page.evaluate(() => void window.stage.conversation.receive());

const scrollTo = async (offset: number) => {
  await page.evaluate((top) => {
    document.querySelector('[role=log]')!.scrollTop = top;
  }, offset);
  await stillness(page);
};

describe.skipIf(!hasChromium)('the timeline in a browser', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    stage = await Stage.raise();
    return () => stage.strike();
  }, 60_000);
  afterEach(() => page.close());

  it('opens at the end when all is read', async () => {
    await open({ scene: 'long' });
    expect(await fromEnd(page)).toBe(0);
  });

  it('opens at the first unread message, with the line above it in view', async () => {
    await open({ scene: 'unread' });
    const line = page.getByText('New messages');
    const box = await line.boundingBox();
    expect(box!.y).toBeGreaterThan(56);
    expect(box!.y).toBeLessThan(450);
    expect(await fromEnd(page)).toBeGreaterThan(1000);
  });

  it('opens at a linked message and points it out', async () => {
    await open({ scene: 'long', message: 'm400' });
    const row = page.locator('.bg-accent-soft[data-message]');
    const box = await row.boundingBox();
    expect(box!.y).toBeGreaterThan(56);
    expect(box!.y + box!.height).toBeLessThan(850);
  });

  it('does not move a word when older pages come in above', async () => {
    await open({ scene: 'long' });
    for (let times = 0; times < 3; times += 1) {
      await scrollTo(2500);
      expect(await farthestMove(page, loadOlder)).toBeLessThanOrEqual(1);
    }
  });

  it('does not move a word at the very top, where the next page is loaded by itself', async () => {
    await open({ scene: 'long', latency: 300 });
    await page.evaluate(() => {
      document.querySelector('[role=log]')!.scrollTop = 0;
    });
    await page.waitForFunction(() => window.stage.conversation.store.getState().loading);
    expect(await farthestMove(page, () => page.waitForTimeout(300))).toBeLessThanOrEqual(1);
    const loaded = await page.evaluate(
      () => window.stage.conversation.store.getState().messages.length,
    );
    expect(loaded).toBeGreaterThanOrEqual(100);
  });

  it('does not move a word when a page above and a message below come at once', async () => {
    await open({ scene: 'long' });
    await scrollTo(2000);
    expect(
      await farthestMove(page, () =>
        page.evaluate(async () => {
          await window.stage.conversation.loadOlder();
          window.stage.conversation.receive({ content: 'new' });
        }),
      ),
    ).toBeLessThanOrEqual(1);
  });

  it('does not move a word when a message above changes its height', async () => {
    await open({ scene: 'long' });
    const seq = await page.evaluate(() => {
      const { messages } = window.stage.conversation.store.getState();
      const log = document.querySelector('[role=log]')!;
      const edge = log.getBoundingClientRect().top;
      const above = [...log.querySelectorAll('[data-index]')].findLast(
        (it) => it.getBoundingClientRect().bottom < edge && it.querySelector('[data-message]'),
      )!;
      const text = above.querySelector('[id$=-body]')!.textContent;
      return messages.findLast((it) => it.seq < 990 && text.startsWith(it.content ?? '-'))!.seq;
    });
    expect(
      await farthestMove(page, () =>
        page.evaluate((it) => {
          window.stage.conversation.alter(it, { content: 'tall\n'.repeat(12) });
        }, seq),
      ),
    ).toBeLessThanOrEqual(1);
  });

  it('follows a wheel exactly through messages it has never measured', async () => {
    await open({ scene: 'long' });
    await page.mouse.move(500, 400);
    for (let turn = 0; turn < 20; turn += 1) {
      const handle = await page.evaluateHandle(() => {
        const log = document.querySelector('[role=log]')!;
        const rows = [...log.querySelectorAll('[data-message]')];
        return rows.find((it) => it.getBoundingClientRect().top > 150)!;
      });
      const before = (await handle.boundingBox())!.y;
      const from = await page.evaluate(() => document.querySelector('[role=log]')!.scrollTop);
      await page.mouse.wheel(0, -300);
      await page.waitForFunction(
        (was) => document.querySelector('[role=log]')!.scrollTop !== was,
        from,
      );
      await stillness(page);
      expect((await handle.boundingBox())!.y - before).toBeCloseTo(300, 0);
    }
  });

  it('stays at the end when messages come in there', async () => {
    await open({ scene: 'long' });
    for (const content of ['short', 'a\n'.repeat(9), '👍']) {
      await page.evaluate(
        (told) => void window.stage.conversation.receive({ content: told }),
        content,
      );
      await stillness(page);
      expect(await fromEnd(page)).toBe(0);
    }
  });

  it('stays with what one reads when messages come in at the end', async () => {
    await open({ scene: 'long' });
    await scrollTo(1500);
    expect(await farthestMove(page, receive)).toBeLessThanOrEqual(1);
  });

  it('goes to the end with one’s own message, from wherever one is', async () => {
    await open({ scene: 'unread' });
    await page.getByRole('textbox').fill('I answer');
    await page.keyboard.press('Enter');
    await page.getByText('I answer').waitFor();
    await stillness(page);
    expect(await fromEnd(page)).toBe(0);
    expect(await page.getByText('I answer').isVisible()).toBe(true);
  });

  it('jumps to the latest message with the button that counts the new ones', async () => {
    await open({ scene: 'unread' });
    await page.getByRole('button', { name: 'Jump to 120 new messages' }).click();
    await page.getByRole('button', { name: /Jump to/ }).waitFor({ state: 'detached' });
    await stillness(page);
    expect(await fromEnd(page)).toBe(0);
  });

  it('keeps the last words in view while the composer grows', async () => {
    await open({ scene: 'long', view: phone });
    await page.getByRole('textbox').fill('one\ntwo\nthree\nfour');
    await stillness(page);
    expect(await fromEnd(page)).toBe(0);
    await page.getByRole('textbox').fill('line\n'.repeat(60));
    await stillness(page);
    expect(await fromEnd(page)).toBe(0);
    const box = await page.getByRole('textbox').boundingBox();
    expect(box!.height).toBeLessThanOrEqual(844 * 0.4 + 1);
    await page.getByRole('textbox').fill('');
    await stillness(page);
    expect(await fromEnd(page)).toBe(0);
  });

  it('takes a key well within a frame, with 10,000 messages loaded and 50 a second coming in', async () => {
    await open({ scene: 'huge' });
    const spans = await page.evaluate(async () => {
      const { conversation } = window.stage;
      const arriving = setInterval(() => conversation.receive(), 20);
      document.querySelector('textarea')!.focus();
      const taken: number[] = [];
      for (let key = 0; key < 60; key += 1) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        const pressed = performance.now();
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- types as a key does
        document.execCommand('insertText', false, 'a');
        // React renders what a key did before the next task.
        await Promise.resolve();
        taken.push(performance.now() - pressed);
      }
      clearInterval(arriving);
      return taken.sort((a, b) => a - b);
    });
    expect(await page.getByRole('textbox').inputValue()).toHaveLength(60);
    expect(spans[Math.floor(spans.length / 2)]).toBeLessThan(16);
    expect(await fromEnd(page)).toBe(0);
  });

  it('marks as read what was on screen, and nothing beyond', async () => {
    await open({ scene: 'unread' });
    const read = await page.evaluate(() => window.stage.conversation.readUpTo.at(-1)!);
    expect(read).toBeGreaterThanOrEqual(881);
    expect(read).toBeLessThan(920);
  });

  it('moves the keyboard from message to message and keeps it through a load', async () => {
    await open({ scene: 'long' });
    await page.getByRole('log').focus();
    await page.keyboard.press('ArrowUp');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-index]')?.textContent ?? '');
    const last = await focused();
    expect(last).not.toBe('');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).not.toBe(last);
    await page.keyboard.press('Home');
    await stillness(page);
    expect(await focused()).not.toBe('');
  });
});
