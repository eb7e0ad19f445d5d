import { expect, it } from 'vitest';
import { clampWidth, rememberedWidth, rememberWidth } from './railWidth';

it('the rail is 240 to 420 pixels wide, 300 unless told', () => {
  expect(rememberedWidth()).toBe(300);
  expect(clampWidth(100)).toBe(240);
  expect(clampWidth(1000)).toBe(420);
});

it('the rail has its width again after a reload, whatever stands in the storage', () => {
  rememberWidth(333);
  expect(rememberedWidth()).toBe(333);
  localStorage.setItem('tingting.rail-width', 'wide');
  expect(rememberedWidth()).toBe(300);
});
