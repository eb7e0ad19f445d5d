import { expect, it } from 'vitest';
import { isSubmitKey } from './submitKey';

const press = (told: Partial<Parameters<typeof isSubmitKey>[0]> = {}) =>
  isSubmitKey({
    key: 'Enter',
    shiftKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 13,
    ...told,
  });

it('Enter sends', () => {
  expect(press()).toBe(true);
});

it.each([
  ['Shift+Enter, which breaks the line', { shiftKey: true }],
  ['Alt+Enter, which belongs to the system', { altKey: true }],
  ['the Enter that ends a composition', { isComposing: true }],
  ['that Enter in WebKit, which only bears the key code 229', { keyCode: 229 }],
  ['any other key', { key: 'a', keyCode: 65 }],
])('%s does not', (_name, told) => {
  expect(press(told)).toBe(false);
});
