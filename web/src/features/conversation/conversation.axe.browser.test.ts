// @vitest-environment node
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, phone, Stage, type Setting } from './testing/Stage';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let stage: Stage;

/** What axe finds: the rule and the elements, nothing when all is well. */
async function faults(setting: Setting): Promise<readonly string[]> {
  const page = await stage.open(setting);
  await page.waitForTimeout(400);
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      // The stage is not a page: headings and landmarks around the column are the frame's.
      rules: { 'page-has-heading-one': { enabled: true } },
    });
    return violations.map(
      (it) => `${it.id}: ${it.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  });
  await page.close();
  return found;
}

declare global {
  interface Window {
    axe: typeof Axe;
  }
}

describe.skipIf(!hasChromium)('axe finds nothing', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    stage = await Stage.raise();
    return () => stage.strike();
  }, 60_000);

  it.each(['light', 'dark'] as const)('in the states of messages, %s', async (theme) => {
    expect(await faults({ scene: 'states', theme })).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('in a group with unread messages, %s', async (theme) => {
    expect(await faults({ scene: 'unread', theme, language: 'vi' })).toEqual([]);
  });

  it('in an empty room on a phone', async () => {
    expect(await faults({ scene: 'empty', view: phone })).toEqual([]);
  });
});
