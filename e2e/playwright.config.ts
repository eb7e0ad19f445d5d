import { defineConfig } from '@playwright/test';

// Set by the launcher: a Chromium of the system. Empty: the build that Playwright downloaded.
const chromium = process.env.TINGTING_CHROMIUM ?? '';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'output/results',
  // One server a worker: on a small machine a second one would only slow both down.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  // A test that passes only sometimes has found something: it is not tried again.
  retries: 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Nothing to wait for, and nothing half faded in when colours are measured.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === '' ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
