/*
 * Takes pictures of the pages over the fake client, on a desktop and a phone, light and dark, in
 * both languages, and lets axe look at them: `npm run screenshots -w web [-- page … look …]`. CHROMIUM names the browser
 * (default /usr/bin/chromium); the pictures go to e2e/output/pages.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const output = fileURLToPath(new URL('../../../e2e/output/pages/', import.meta.url));
mkdirSync(output, { recursive: true });

const pages = {
  'sign-in': { path: '/app/sign-in', world: 'guest' },
  'sign-in-providers': {
    path: '/app/sign-in?problem=email_unconfirmed',
    world: 'guest-providers',
  },
  'provider-code': { path: '/app/sign-in/code?next=%2Fapp', world: 'guest-providers' },
  'sign-in-code': {
    path: '/app/sign-in',
    world: 'two-step',
    async act(page) {
      await page.locator('input[name=login]').fill('an');
      await page.locator('input[name=password]').fill('rừng tre xanh');
      await page.keyboard.press('Enter');
      await page.locator('input[name=otp]').fill('000000');
      await page.keyboard.press('Enter');
    },
  },
  'sign-up': {
    path: '/app/sign-up',
    world: 'guest',
    async act(page) {
      await page.locator('input[name=email]').fill('an@');
      await page.locator('button[type=submit]').click();
    },
  },
  forgot: { path: '/app/forgot-password', world: 'guest' },
  reset: { path: '/app/forgot-password', world: 'guest', act: (page) => reset(page, '000000') },
  recovered: { path: '/app/forgot-password', world: 'guest', act: (page) => reset(page, '123456') },
  home: { path: '/app' },
  fresh: { path: '/app', world: 'fresh' },
  loading: { path: '/app', world: 'loading' },
  failed: { path: '/app', world: 'failed' },
  offline: {
    path: '/app/rooms/r-binh',
    world: 'offline',
    act: (page) => page.waitForTimeout(2000),
  },
  starting: { path: '/app', world: 'starting' },
  unreachable: { path: '/app', world: 'unreachable' },
  room: { path: '/app/rooms/r-binh' },
  talk: { path: '/app/rooms/r-talk' },
  actions: { path: '/app/rooms/r-talk', act: (page) => openActions(page) },
  hover: { path: '/app/rooms/r-talk', act: (page) => messageOf(page, 4).hover() },
  reactors: { path: '/app/rooms/r-talk', act: (page) => choose(page, 4, /^Reactions$|^Cảm xúc$/) },
  picker: { path: '/app/rooms/r-talk', act: (page) => choose(page, 4, /^React$|^Bày tỏ cảm xúc$/) },
  stickers: {
    path: '/app/rooms/r-talk',
    async act(page) {
      await page.getByRole('button', { name: /stickers$|nhãn dán$/ }).click();
      await page.getByRole('tab').nth(1).click();
      await page.getByRole('button', { name: /^Hello$|^Xin chào$/ }).click();
      await page.getByRole('button', { name: /stickers$|nhãn dán$/ }).click();
      await page
        .getByRole('button', { name: /^Hello$|^Xin chào$/ })
        .first()
        .focus();
    },
  },
  emoji: {
    path: '/app/rooms/r-talk',
    async act(page) {
      for (const index of [7, 12, 2]) {
        await page.getByRole('button', { name: /stickers$|nhãn dán$/ }).click();
        await page.getByRole('gridcell').nth(index).click();
      }
      await page.getByRole('button', { name: /stickers$|nhãn dán$/ }).click();
    },
  },
  reply: { path: '/app/rooms/r-talk', act: (page) => choose(page, 4, /^Reply$|^Trả lời$/) },
  edit: { path: '/app/rooms/r-talk', act: (page) => choose(page, 2, /^Edit$|^Sửa$/) },
  recall: { path: '/app/rooms/r-talk', act: (page) => choose(page, 2, /^Recall$|^Thu hồi$/) },
  forward: {
    path: '/app/rooms/r-talk',
    async act(page) {
      await choose(page, 4, /^Forward$|^Chuyển tiếp$/);
      await page.getByRole('checkbox').nth(1).click();
    },
  },
  history: { path: '/app/rooms/r-talk', act: (page) => choose(page, 2, /^Earlier|^Các bản/) },
  pins: { path: '/app/rooms/r-talk?panel=pins' },
  mention: {
    path: '/app/rooms/r-talk',
    async act(page) {
      await page.getByRole('textbox').last().pressSequentially('hỏi @bi');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('nhé, cả @');
    },
  },
  schedule: {
    path: '/app/rooms/r-talk',
    async act(page) {
      await page.getByRole('textbox').last().fill('Nhớ mang **ô** nhé');
      await page.getByRole('button', { name: /^Send later$|^Gửi sau$/ }).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  scheduled: {
    path: '/app/rooms/r-talk',
    async act(page) {
      await page.getByRole('textbox').last().fill('Nhớ mang **ô** nhé');
      const later = page.getByRole('button', { name: /^Send later$|^Gửi sau$/ });
      await later.click();
      await page.getByRole('menuitem', { name: /^Tomorrow|^Sáng mai/ }).click();
      await later.click();
      await page.getByRole('menuitem').last().click();
      await page.getByRole('dialog').getByRole('button').nth(1).click();
    },
  },
  'pick-time': {
    path: '/app/rooms/r-talk',
    async act(page) {
      await page.getByRole('textbox').last().fill('Nhớ mang **ô** nhé');
      await page.getByRole('button', { name: /^Send later$|^Gửi sau$/ }).click();
      await page.getByRole('menuitem', { name: /^Pick|^Chọn/ }).click();
    },
  },
  details: { path: '/app/rooms/r-trip?panel=details' },
  person: { path: '/app/rooms/r-binh?panel=details' },
  'new-chat': {
    path: '/app?new=chat',
    act: (page) => page.getByRole('combobox').pressSequentially('an'),
  },
  'new-group': {
    path: '/app?new=group',
    async act(page) {
      await page.locator('input[name=name]').fill('Cà phê sáng');
      await page.getByRole('combobox').click();
      for (const name of ['binh', 'ada']) {
        await page.getByRole('combobox').fill(name);
        await page.getByRole('option').first().waitFor();
        await page.waitForTimeout(250);
        await page.keyboard.press('Enter');
      }
    },
  },
  menu: {
    path: '/app/rooms/r-trip?panel=details',
    act: (page) => page.locator('ul li button[aria-haspopup=menu]').nth(1).click(),
  },
  leave: {
    path: '/app/rooms/r-trip?panel=details',
    act: (page) => page.getByRole('button', { name: /^(Leave group|Rời nhóm)$/ }).click(),
  },
  'room-menu': {
    path: '/app',
    async act(page) {
      await page.getByRole('link', { name: /Ops/ }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: /^(Leave|Rời khỏi)$/ }).hover();
    },
  },
  'room-mute': {
    path: '/app',
    async act(page) {
      await page.getByRole('link', { name: /Ada/ }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: /^(Mute|Tắt thông báo)$/ }).click();
    },
  },
  search: { path: '/app?show=search&q=mình' },
  'search-filters': { path: '/app?show=search&q=mình&in=r-binh&from=binh.tran' },
  'search-none': { path: '/app?show=search&q=zzz' },
  'search-loading': { path: '/app?show=search&q=mình', world: 'searching' },
  'search-failed': { path: '/app?show=search&q=mình', world: 'search-failed' },
  'search-room': { path: '/app/rooms/r-binh?panel=search&q=mình' },
  found: { path: '/app/rooms/r-binh/messages/m-talk-1?panel=search&q=leo' },
  shortcuts: { path: '/app?show=shortcuts' },
  'room-settings': { path: '/app/rooms/r-trip?panel=settings' },
  'direct-settings': { path: '/app/rooms/r-binh?panel=settings' },
  invites: {
    path: '/app/rooms/r-trip?panel=invites',
    act: (page) => page.getByRole('button', { name: /Make a link|Tạo liên kết/ }).click(),
  },
  requests: { path: '/app/rooms/r-trip?panel=requests' },
  'invite-open': { path: '/app/invites/open' },
  'invite-ask': { path: '/app/invites/ask' },
  'invite-asked': { path: '/app/invites/asked' },
  'invite-gone': { path: '/app/invites/none' },
  'seen-by': {
    path: '/app/rooms/r-trip',
    act: (page) =>
      page
        .getByRole('button', { name: /who has seen it|ai đã xem tin này/ })
        .last()
        .click(),
  },
  slow: { path: '/app/rooms/r-reading' },
  channel: { path: '/app/rooms/r-news' },
  settings: { path: '/app/settings' },
  security: { path: '/app/settings/security' },
  'security-codes': { path: '/app/settings/security', act: (page) => setUp(page) },
  'security-app': {
    path: '/app/settings/security',
    async act(page) {
      await setUp(page);
      await giveCode(page, '000000');
    },
  },
  'security-on': {
    path: '/app/settings/security',
    async act(page) {
      await setUp(page);
      await giveCode(page, '123456');
    },
  },
  'security-off': {
    path: '/app/settings/security',
    async act(page) {
      await setUp(page);
      await giveCode(page, '123456');
      await page.getByRole('button', { name: /^Switch off$|^Tắt$/ }).click();
    },
  },
  devices: { path: '/app/settings/devices' },
  privacy: { path: '/app/settings/privacy' },
  profile: { path: '/app/settings/profile' },
  account: { path: '/app/settings/account' },
  'account-providers': { path: '/app/settings/account?problem=taken', world: 'providers' },
  'email-code': {
    path: '/app/settings/account',
    async act(page) {
      await page.getByRole('button', { name: /^Confirm$|^Xác nhận$/ }).click();
      await page.locator('input[name=otp]').fill('000000');
      await page.keyboard.press('Enter');
    },
  },
  appearance: { path: '/app/settings/appearance' },
  'no-room': { path: '/app/rooms/none' },
  'not-found': { path: '/nowhere' },
};

const messageOf = (page, index) => page.getByRole('article').nth(index);

/** The second factor, up to its recovery codes. */
async function setUp(page) {
  await page.getByRole('button', { name: /^Set up$|^Thiết lập$/ }).click();
  await page.locator('input[name=password]').fill('rừng tre xanh');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^I have kept them$|^Tôi đã cất mã$/ }).waitFor();
}

async function giveCode(page, code) {
  await page.getByRole('button', { name: /^I have kept them$|^Tôi đã cất mã$/ }).click();
  await page.getByRole('img', { name: /^QR code|^Mã QR/ }).waitFor();
  await page.locator('input[name=code]').fill(code);
  await page.keyboard.press('Enter');
}

/** A forgotten password: what follows a code. */
async function reset(page, code) {
  await page.locator('input[name=contact]').fill('an@example.org');
  await page.keyboard.press('Enter');
  await page.locator('input[name=otp]').fill(code);
  await page.locator('input[name=new_password]').fill('rừng tre xanh');
  await page.keyboard.press('Enter');
}

/** The menu of a message: by mouse, or by a finger that stays. */
async function openActions(page, index = 4) {
  const bubble = messageOf(page, index);
  if (await page.evaluate(() => globalThis.matchMedia('(pointer: coarse)').matches)) {
    const box = await bubble.boundingBox();
    const at = { clientX: box.x + 60, clientY: box.y + box.height / 2, pointerType: 'touch' };
    await bubble.dispatchEvent('pointerdown', { ...at, bubbles: true });
    await page.getByRole('dialog').waitFor();
    await page.evaluate(() => globalThis.dispatchEvent(new globalThis.PointerEvent('pointerup')));
  } else {
    await bubble.click({ button: 'right' });
    await page.getByRole('menu').waitFor();
  }
}

async function choose(page, index, name) {
  await openActions(page, index);
  await page
    .getByRole('menuitem', { name })
    .or(page.getByRole('dialog').getByRole('button', { name }))
    .click();
}

const looks = [
  { name: 'desktop-light-vi', width: 1440, height: 900, scheme: 'light', language: 'vi' },
  { name: 'desktop-dark-en', width: 1440, height: 900, scheme: 'dark', language: 'en' },
  { name: 'tablet-light-en', width: 820, height: 1100, scheme: 'light', language: 'en' },
  { name: 'phone-light-en', width: 390, height: 844, scheme: 'light', language: 'en', phone: true },
  { name: 'phone-dark-vi', width: 390, height: 844, scheme: 'dark', language: 'vi', phone: true },
];

// Pages, looks, or both: nothing of a sort means all of it.
const wanted = process.argv.slice(2);
const wantedPages = wanted.filter((name) => name in pages);
const wantedLooks = wanted.filter((name) => looks.some((look) => look.name === name));
const server = await createServer({
  configFile: fileURLToPath(new URL('../../vite.fixture.config.ts', import.meta.url)),
  root: fileURLToPath(new URL('../../', import.meta.url)),
  logLevel: 'warn',
  server: { port: 5200, strictPort: false, watch: null, hmr: false },
});
await server.listen();
const [origin] = server.resolvedUrls.local;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  for (const look of looks) {
    if (wantedLooks.length > 0 && !wantedLooks.includes(look.name)) continue;
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      colorScheme: look.scheme,
      locale: look.language,
      hasTouch: look.phone === true,
      isMobile: look.phone === true,
      deviceScaleFactor: look.phone ? 2 : 1,
    });
    for (const [name, { path, world = 'sample', act }] of Object.entries(pages)) {
      if (wantedPages.length > 0 && !wantedPages.includes(name)) continue;
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`${name} ${look.name}: ${error.message}`));
      page.on('console', (line) => {
        if (line.type() === 'error') console.error(`${name} ${look.name}: ${line.text()}`);
      });
      const join = path.includes('?') ? '&' : '?';
      await page.goto(`${origin.replace(/\/$/, '')}${path}${join}world=${world}`);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await act?.(page);
      await page.waitForTimeout(500);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      for (const { id, nodes } of violations) {
        console.error(
          `${name} ${look.name}: axe ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
        );
      }
      await page.screenshot({ path: `${output}${name}-${look.name}.png` });
      await page.close();
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
