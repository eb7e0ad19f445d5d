import { describe, expect, it } from 'vitest';
import type { Inline } from './inline';
import { parse, type Block } from './parse';

/** The tree as a line: what stands around what. */
const told = (blocks: readonly Block[]): string => blocks.map(block).join(' | ');
const runs = (parts: readonly Inline[]): string => parts.map(run).join('');

function block(one: Block): string {
  switch (one.kind) {
    case 'paragraph':
      return runs(one.children);
    case 'code':
      return `code{${one.text}}`;
    case 'quote':
      return `quote{${told(one.children)}}`;
    case 'list':
      return `list${one.start ?? ''}{${one.items.map(runs).join(';')}}`;
  }
}

function run(one: Inline): string {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'code':
      return `code(${one.text})`;
    case 'mention':
      return `at(${one.name})`;
    case 'link':
      return `link(${runs(one.children)}→${one.href})`;
    case 'strong':
    case 'em':
      return `${one.kind}(${runs(one.children)})`;
  }
}

it.each([
  ['plain', 'Chào An, khoẻ không?', 'Chào An, khoẻ không?'],
  ['line breaks', 'one\ntwo', 'one\ntwo'],
  ['bold', 'a **b c** d', 'a strong(b c) d'],
  ['italic, by star', 'a *b* c', 'a em(b) c'],
  ['italic, by underscore', '_đúng_ thế', 'em(đúng) thế'],
  ['italic in bold', '**a *b* c**', 'strong(a em(b) c)'],
  ['bold in italic', '*a **b** c*', 'em(a strong(b) c)'],
  ['code', 'run `a * b * c` now', 'run code(a * b * c) now'],
  ['a calculation', '2 * 3 * 4', '2 * 3 * 4'],
  ['a name in code style', 'snake_case_name', 'snake_case_name'],
  ['an opening without an end', '**bold and *italic', '**bold and *italic'],
  ['marks over two lines', '*a\nb*', '*a\nb*'],
  [
    'a bare link',
    'see https://a.vn/_x_/*y*.',
    'see link(https://a.vn/_x_/*y*→https://a.vn/_x_/*y*).',
  ],
  ['a named link', '[here](https://a.vn/x)', 'link(here→https://a.vn/x)'],
  ['a link with brackets', '[x](https://a.vn/b_(c))', 'link(x→https://a.vn/b_(c))'],
  ['a mail link', '[write](mailto:a@b.vn)', 'link(write→mailto:a@b.vn)'],
  ['a link in bold', '**https://a.vn/x**', 'strong(link(https://a.vn/x→https://a.vn/x))'],
  ['a mention', 'chào @an.nguyen.', 'chào at(an.nguyen).'],
  ['a mail address', 'a@b.vn', 'link(a@b.vn→mailto:a@b.vn)'],
  ['a list', 'mua:\n- cà phê\n- **đường**', 'mua: | list{cà phê;strong(đường)}'],
  ['a numbered list', '3. ba\n4. bốn', 'list3{ba;bốn}'],
  ['a year', '2026. Năm hay.', '2026. Năm hay.'],
  ['a dash in a sentence', 'a - b', 'a - b'],
  ['a quote', '> a\n> b\nc', 'quote{a\nb} | c'],
  ['a quote in a quote', '>> a', 'quote{quote{a}}'],
  ['a list in a quote', '> - a\n> - b', 'quote{list{a;b}}'],
  ['a block of code', '```ts\nlet a = *b*;\n```\nend', 'code{let a = *b*;} | end'],
  ['a block of code on one line', '```npm test```', 'code{npm test}'],
  ['a fence nobody closed', '```\nx', '```\nx'],
])('%s', (_, text, tree) => {
  expect(told(parse(text))).toBe(tree);
});

describe('what could do harm stays text', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '<b onmouseover=alert(1)>b</b>',
  ])('%s', (text) => {
    const links = JSON.stringify(parse(text)).match(/"href":"[^"]*"/g) ?? [];
    for (const link of links) expect(link).toMatch(/"href":"(https?:\/\/|mailto:)/);
    expect(links.join()).not.toContain('javascript');
  });
});

it.each([
  '*a ',
  '**a ',
  '_a ',
  '[',
  '`',
  '> ',
  '>',
  '@a',
  '*_**`[',
  '[a](https://a.vn',
  '**a *b ',
  '- a\n',
  '```\n',
])('10,000 characters of %j are read without a pause', (piece) => {
  const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
  parse(text); // warm
  const start = performance.now();
  parse(text);
  expect(performance.now() - start).toBeLessThan(500);
});
