import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const java = join(process.env.JAVA_HOME ?? '', 'bin/java');
const jar = join(root, 'target/tingting.jar');

/** The built jar as a process of its own: on a free port that stays the same over a restart, with a data folder of its own. */
export class Server {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'tingting-e2e-'));
  #process: ChildProcess | undefined;
  #port = 0;
  #log = '';

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What the server has printed since it was first started. */
  get log(): string {
    return this.#log;
  }

  async start(): Promise<void> {
    if (!existsSync(jar)) throw new Error(`There is no ${jar}: run ./tingting build`);
    const server = spawn(
      java,
      ['-jar', jar, 'serve', '--port', String(this.#port), '--data-dir', this.#dataDir],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#process = server;
    this.#port = await new Promise((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.#log += chunk.toString();
        const address = /http:\/\/[^\s/]+:(\d+)/.exec(
          this.#log.slice(this.#log.lastIndexOf('http://')),
        );
        if (address?.[1] !== undefined) resolve(Number(address[1]));
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.once('error', reject);
      server.once('exit', (code) => {
        reject(new Error(`The server ended with ${code}:\n${this.#log}`));
      });
    });
    await this.#answers();
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

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    for (const until = Date.now() + 10_000; Date.now() < until;) {
      const ready = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (ready?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server is not ready after 10 s:\n${this.#log}`);
  }
}
