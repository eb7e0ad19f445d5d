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
  const { access_token } = await api.signIn(an.account);
  await api.ask('POST', `/rooms/${roomId}/read`, access_token, { seq: hundreds.length });
  await an.openRoom('Bình');
  await expect(an.message(hundreds.at(-1) ?? '')).toBeInViewport();

  // The next page is held back, so that the place can be looked at before and after it comes.
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await an.page.route('**/messages?*before_seq=*', async (route) => {
    await held;
    await route.continue();
  });
  const top = an.timeline.getByRole('article').first();
  await an.timeline.evaluate((log) => log.scrollTo(0, 0));
  await expect(top).toBeInViewport();
  const oldest = /Message number \d+ of many/.exec((await top.textContent()) ?? '')?.[0] ?? '';
  const anchor = an.message(oldest);
  const before = await restingPlace(anchor);
  release();
  await expect(top).not.toContainText(oldest);
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
