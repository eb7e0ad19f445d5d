/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in the tests it serves: what is missing fails them */
import type { Page } from 'playwright-core';

// What a reader sees of the timeline: whether it moves, and where it is.

/** Three frames in a row in which nothing moved. */
export const stillness = (page: Page) =>
  page.waitForFunction(() => {
    const log = document.querySelector('[role=log]');
    if (!log) return false;
    const state = window as unknown as { last?: string; still?: number };
    const look = `${log.scrollTop} ${log.scrollHeight} ${window.stage.conversation.store.getState().loading}`;
    state.still = look === state.last ? (state.still ?? 0) + 1 : 0;
    state.last = look;
    return state.still >= 3 && look.endsWith('null');
  });

/** How far the end is below the view, pixels. */
export const fromEnd = (page: Page) =>
  page.evaluate(() => {
    const log = document.querySelector('[role=log]')!;
    return Math.round(log.scrollHeight - log.clientHeight - log.scrollTop);
  });

/**
 * Watches the first whole message in view, frame by frame, while `act` runs and for half a second
 * after it. Answers the farthest it was ever seen from where it had been, in pixels.
 */
export async function farthestMove(page: Page, act: () => unknown): Promise<number> {
  await page.evaluate(() => {
    const log = document.querySelector('[role=log]')!;
    const top = log.getBoundingClientRect().top;
    const row = [...log.querySelectorAll('[data-message]')].find(
      (it) => it.getBoundingClientRect().top >= top,
    )!;
    const name = row.getAttribute('aria-labelledby')!;
    // A row that was mounted anew would bear another name, and count as gone.
    const place = () =>
      document.querySelector(`[aria-labelledby="${name}"]`)?.getBoundingClientRect().top;
    const before = place()!;
    window.farthest = 0;
    const look = () => {
      window.farthest = Math.max(window.farthest, Math.abs((place() ?? Infinity) - before));
      window.watching = requestAnimationFrame(look);
    };
    look();
  });
  await act();
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    cancelAnimationFrame(window.watching);
    return Math.round(window.farthest * 10) / 10;
  });
}

declare global {
  interface Window {
    farthest: number;
    watching: number;
  }
}
