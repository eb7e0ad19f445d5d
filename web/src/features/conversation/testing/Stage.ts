import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';

const web = fileURLToPath(new URL('../../../../', import.meta.url));
const html = 'src/features/conversation/testing/stage.html';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1140, height: 900 };

/** Where Linux distributions put Chromium, unless told. */
const executablePath = process.env.TINGTING_CHROMIUM ?? '/usr/bin/chromium';
export const hasChromium = existsSync(executablePath);

export interface Setting {
  readonly scene: string;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'vi' | 'en';
  readonly message?: string;
  /** Milliseconds a page of messages takes. */
  readonly latency?: number;
  readonly view?: { readonly width: number; readonly height: number };
}

/** The column, built as for production and served on a free port, in a real browser. */
export class Stage {
  private constructor(
    private readonly browser: Browser,
    private readonly server: PreviewServer,
    private readonly built: string,
  ) {}

  static async raise(): Promise<Stage> {
    const built = mkdtempSync(join(tmpdir(), 'tingting-stage-'));
    await build({
      root: web,
      // Not the app's own: what that demands of a page (its size) is not the stage's business.
      configFile: false,
      plugins: [react(), tailwindcss()],
      resolve: { alias: { '@': join(web, 'src') } },
      logLevel: 'error',
      build: {
        outDir: built,
        emptyOutDir: true,
        target: 'es2023',
        rolldownOptions: { input: join(web, html) },
      },
    });
    const server = await preview({
      root: web,
      configFile: false,
      logLevel: 'error',
      build: { outDir: built },
      preview: { host: '127.0.0.1', port: 0 },
    });
    const browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return new Stage(browser, server, built);
  }

  async open(setting: Setting): Promise<Page> {
    const { view = desktop, latency = 20, ...query } = setting;
    const touch = view === phone;
    const page = await this.browser.newPage({
      viewport: view,
      hasTouch: touch,
      isMobile: touch,
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    page.setDefaultTimeout(5000);
    const address = new URL(html, this.server.resolvedUrls?.local[0]);
    address.search = new URLSearchParams({ ...query, latency: String(latency) }).toString();
    await page.goto(address.href);
    await page.getByRole('textbox').waitFor();
    return page;
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    rmSync(this.built, { recursive: true });
  }
}
