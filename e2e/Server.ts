import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** It becomes the server, so that signals reach the server itself; and it builds first where sources have changed. */
const launcher = fileURLToPath(new URL('../tingting', import.meta.url));

/** A test writes in a second what people have written in a day. */
const conversations = ['--limits-messages-burst', '1000'];

/**
 * The built jar as a process of its own: on a free port that stays the same over a restart, with a
 * data folder of its own.
 */
export class Server {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'tingting-e2e-'));
  #process: ChildProcess | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = spawn(
      launcher,
      ['serve', '--port', String(this.#port), '--data-dir', this.#dataDir, ...conversations],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#process = server;
    this.#port = await new Promise((resolve, reject) => {
      let said = '';
      const read = (chunk: Buffer) => {
        said += chunk.toString();
        const ready = /ready: http:\/\/\S+:(\d+)\s/.exec(said);
        if (ready !== null) resolve(Number(ready[1]));
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.once('error', reject);
      server.once('exit', (code) => {
        reject(new Error(`The server ended with ${code}:\n${said}`));
      });
    });
  }

  /** What `tingting admin` prints, said by whoever runs the server. */
  async admin(...words: string[]): Promise<string> {
    const order = ['admin', ...words, '--data-dir', this.#dataDir];
    return (await promisify(execFile)(launcher, order)).stdout;
  }

  /** Ends the server as a supervisor does, and waits until it is gone. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (server === undefined || (server.exitCode ?? server.signalCode) !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  }

  /** The codes that were mailed to this address, the oldest first: without a mail server, mails are files. */
  codesFor(address: string): string[] {
    const outbox = join(this.#dataDir, 'outbox');
    if (!existsSync(outbox)) return [];
    return readdirSync(outbox)
      .filter((file) => file.endsWith('.eml'))
      .sort()
      .map((file) => readFileSync(join(outbox, file), 'utf8'))
      .filter((mail) => mail.includes(`\nTo: ${address}\r\n`))
      .flatMap((mail) => /\r\n\r\n(\d{6})\r\n/.exec(mail)?.slice(1) ?? []);
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
