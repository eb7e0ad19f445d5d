import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures';

const hundreds = Array.from({ length: 150 }, (_, index) => `Message number ${index + 1} of many.`);

test('older messages load while one scrolls, and what one reads stays where it is', async ({
  arrive,
  api,
}) => {
  const an = await arrive('An');
  const binh = await api.signUp('Bình');
  const roomId = await api.directRoom(binh, an.account);
  await api.send(binh, roomId, ...hundreds);
  await an.openRoom('Bình');

  // The page after next is held back, so that the place can be looked at before and after it comes.
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await an.page.route('**/messages?*before_seq=*', async (route) => {
    await held;
    await route.continue();
  });
  const first = an.timeline.getByRole('article').first();
  await an.timeline.evaluate((log) => log.scrollTo(0, 0));
  const anchor = an.message(
    (await first.locator('p, [data-message] span').first().textContent()) ?? '',
  );
  const before = await restingPlace(anchor);
  release();
  await expect(first).not.toContainText((await anchor.textContent()) ?? '');
  expect(Math.abs((await restingPlace(anchor)) - before)).toBeLessThanOrEqual(2);

  await expect(async () => {
    await an.timeline.evaluate((log) => log.scrollTo(0, 0));
    await expect(an.message('Message number 1 of many.')).toBeInViewport({ timeout: 500 });
  }).toPass();
});

/** Where something is on the screen once it has stopped moving. */
async function restingPlace(what: Locator): Promise<number> {
  let last = NaN;
  await expect(async () => {
    const now = (await what.boundingBox())?.y ?? NaN;
    const moved = now !== last;
    last = now;
    expect(moved).toBe(false);
  }).toPass({ intervals: [100] });
  return last;
}
