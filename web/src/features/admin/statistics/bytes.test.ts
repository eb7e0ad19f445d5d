import { expect, it } from 'vitest';
import { bytesIn } from './bytes';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [41_235_968, '41.2 MB'],
  [2e15, '2,000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesIn('en-GB', bytes)).toBe(text);
});
