import { expect, it } from 'vitest';
import { findLinks } from './links';

const hrefs = (text: string) =>
  findLinks(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

it('finds addresses in a sentence and leaves its punctuation out', () => {
  expect(findLinks('Xem https://example.org/a?b=c, nhé.')).toEqual([
    { kind: 'text', text: 'Xem ' },
    { kind: 'link', text: 'https://example.org/a?b=c', href: 'https://example.org/a?b=c' },
    { kind: 'text', text: ', nhé.' },
  ]);
});

it('opens a bare name over https', () => {
  expect(hrefs('www.example.org or example.com')).toEqual([
    'https://www.example.org',
    'https://example.com',
  ]);
});

it('writes to a mail address', () => {
  expect(hrefs('an@example.org')).toEqual(['mailto:an@example.org']);
});

it.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<b>x</b>',
  'file:///etc/passwd',
  'vbscript:x',
  'ftp://example.org',
  '//example.org/x',
])('makes nothing dangerous of %s', (text) => {
  for (const href of hrefs(text)) expect(href).toMatch(/^https:\/\/example\.org/);
});

it.each([
  '',
  'no link',
  '<b>bold</b> https://a.example/ <script>x</script>',
  'a\n\nb https://x.example',
])('loses no character of %j', (text) => {
  expect(
    findLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
