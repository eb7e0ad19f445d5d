import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ServerFrame } from '../../src/wire/frames.js';

const folder = new URL('../../../src/test/resources/golden/native/', import.meta.url);

/** The frames of the server, by name, as its own tests keep them. */
export const golden = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ServerFrame,
    ]),
);

export function goldenFrame(name: string): ServerFrame {
  const frame = golden.get(name);
  if (!frame) throw new Error(`The server keeps no frame ${name}`);
  return frame;
}
