import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
  lib: ['lib.es2023.d.ts'],
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** What the compiler says where these frames, by name, are no `ServerFrame`. */
export function complaints(frames: readonly (readonly [name: string, frame: object])[]): string[] {
  const place = (file: string) => fileURLToPath(new URL(`../../src/wire/${file}`, import.meta.url));
  const [ids, module] = [place('ids.ts'), place('golden.check.ts')];
  const lines = ["import type { ServerFrame } from './frames.js';", ...frames.map(literal)];
  const program = programOf(
    module,
    new Map([
      // In a file an id is a string: its brand exists for programs only.
      [ids, (ts.sys.readFile(ids) ?? '').replace(/string & \{[^}]*\}/, 'string')],
      [module, lines.join('\n')],
    ]),
  );
  const source = program.getSourceFile(module);
  return program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => {
    const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
    const name = frames[line - 1]?.[0] ?? 'import';
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

function literal([name, frame]: readonly [string, object]): string {
  // The server gives an id back as it was sent; this client sends strings.
  const answered = 'id' in frame ? { ...frame, id: String(frame.id) } : frame;
  return `export const ${name}: ServerFrame = ${JSON.stringify(answered)};`;
}

/** Of this module and what it imports; what `texts` has is read from there. */
function programOf(module: string, texts: ReadonlyMap<string, string>): ts.Program {
  const disk = ts.createCompilerHost(options);
  return ts.createProgram([module], options, {
    ...disk,
    fileExists: (name) => texts.has(name) || disk.fileExists(name),
    readFile: (name) => texts.get(name) ?? disk.readFile(name),
    getSourceFile: (name, version) => {
      const text = texts.get(name);
      return text === undefined
        ? disk.getSourceFile(name, version)
        : ts.createSourceFile(name, text, version);
    },
  });
}
