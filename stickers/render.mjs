/*
 * Renders the sticker packs: every SVG beside this file becomes a WebP of 512 × 512 with a white
 * outline, in the server's resources. `node stickers/render.mjs [pack or pack/sticker …]`; `--sheet` also makes a
 * contact sheet on light and dark in e2e/output. CHROMIUM names the browser (default /usr/bin/chromium).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = new URL('./', import.meta.url);
const resources = new URL('../src/main/resources/tingting/sticker/', import.meta.url);
const output = new URL('../e2e/output/stickers/', import.meta.url);
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const sheet = process.argv.includes('--sheet');

const require = createRequire(import.meta.url);
const lettering = ['latin', 'vietnamese'].map((subset) => {
  const file = `@fontsource-variable/baloo-2/files/baloo-2-${subset}-wght-normal.woff2`;
  return readFileSync(require.resolve(file)).toString('base64');
});
// The letters with marks come first: what is not in there is taken from the plain ones.
const fonts = lettering
  .map(
    (bytes, index) =>
      `@font-face{font-family:Lettering${index};font-weight:400 800;` +
      `src:url(data:font/woff2;base64,${bytes})}`,
  )
  .join('');

/** A sticker with the parts of its pack, in one document that needs nothing from elsewhere. */
function documentOf(pack, sticker) {
  const parts = readFileSync(new URL(`${pack}/parts.svg`, here), 'utf8');
  const [, shared] = /<svg[^>]*>(.*)<\/svg>/s.exec(parts);
  return readFileSync(new URL(`${pack}/${sticker}.svg`, here), 'utf8')
    .replaceAll('href="parts.svg#', 'href="#')
    .replace(/(<svg[^>]*>)/, `$1<style>${fonts}</style>${shared}`);
}

/** The picture with its outline as a WebP, in base64. Runs in the browser. */
async function outlined(png) {
  const size = 512;
  const outline = 9;
  const image = new globalThis.Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const layer = () => new globalThis.OffscreenCanvas(size, size).getContext('2d');

  const white = layer();
  white.drawImage(image, 0, 0);
  white.globalCompositeOperation = 'source-in';
  white.fillStyle = '#fff';
  white.fillRect(0, 0, size, size);

  // The shape in white, moved around a circle, is the shape with an even border.
  const border = layer();
  for (let angle = 0; angle < 64; angle += 1) {
    const turn = (angle * Math.PI) / 32;
    border.drawImage(white.canvas, Math.cos(turn) * outline, Math.sin(turn) * outline);
  }

  const result = layer();
  result.drawImage(border.canvas, 0, 0);
  result.drawImage(image, 0, 0);
  const blob = await result.canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Shown in a page and not as an image: so one can tell when its letters are there. */
async function draw(page, svg) {
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  await page.evaluate(() => globalThis.document.fonts.ready);
  const png = await page.screenshot({ omitBackground: true });
  return Buffer.from(await page.evaluate(outlined, png.toString('base64')), 'base64');
}

const wanted = (pack, sticker) =>
  names.length === 0 || names.includes(pack) || names.includes(`${pack}/${sticker}`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport: { width: 512, height: 512 } });
  const packs = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: pack } of packs) {
    const folder = new URL(`${pack}/`, resources);
    mkdirSync(folder, { recursive: true });
    const stickers = readdirSync(new URL(`${pack}/`, here))
      .filter((file) => file.endsWith('.svg') && file !== 'parts.svg')
      .map((file) => file.replace('.svg', ''))
      .filter((sticker) => wanted(pack, sticker));
    for (const sticker of stickers) {
      const bytes = await draw(page, documentOf(pack, sticker));
      writeFileSync(new URL(`${sticker}.webp`, folder), bytes);
      console.log(`${pack}/${sticker}: ${bytes.length} bytes`);
    }
    if (sheet && stickers.length > 0) await contactSheet(page, pack, stickers);
  }
} finally {
  await browser.close();
}

async function contactSheet(page, pack, stickers) {
  mkdirSync(output, { recursive: true });
  const images = stickers.map((sticker) => {
    const bytes = readFileSync(new URL(`${pack}/${sticker}.webp`, resources));
    return `<img width="160" height="160" src="data:image/webp;base64,${bytes.toString('base64')}">`;
  });
  const rows = ['#ffffff', '#16181d'].map(
    (colour) => `<div style="background:${colour};padding:8px">${images.join('')}</div>`,
  );
  await page.setContent(`<body style="margin:0">${rows.join('')}</body>`);
  const path = fileURLToPath(new URL(`${pack}.png`, output));
  await page.setViewportSize({ width: 1040, height: 512 });
  await page.screenshot({ path, fullPage: true });
  await page.setViewportSize({ width: 512, height: 512 });
}
