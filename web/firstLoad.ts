import { gzipSync } from 'node:zlib';
import type { OutputBundle, OutputChunk } from 'rolldown';
import type { Plugin } from 'vite';

/** Bytes after gzip: scripts, styles and one language. Fonts and pictures are not counted. */
const budget = 250 * 1024;

/** What a page needs beside the entry: the room, the heaviest of the places one lands at. */
const landing = ['RoomPage', 'en'];

/** Fails the build when the first load of a conversation outgrows its budget, else prints it. */
export function firstLoad(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      const bytes = [...filesOf(bundle)].reduce((sum, file) => sum + gzipped(bundle, file), 0);
      const told = `first load ${(bytes / 1024).toFixed(1)} KB of ${budget / 1024} KB gzip`;
      if (bytes > budget) this.error(told);
      else this.info(told);
    },
  };
}

function filesOf(bundle: OutputBundle): Set<string> {
  const files = new Set<string>();
  const add = (chunk: OutputChunk) => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  for (const output of Object.values(bundle)) {
    if (output.type === 'asset' && output.fileName.endsWith('.css')) files.add(output.fileName);
    if (output.type === 'chunk' && (output.isEntry || landing.includes(output.name))) add(output);
  }
  return files;
}

function gzipped(bundle: OutputBundle, file: string): number {
  const output = bundle[file];
  if (!output) return 0;
  return gzipSync(output.type === 'chunk' ? output.code : output.source).byteLength;
}
