import { expect, it } from 'vitest';
import { including } from './spans';

it('what another client has set is among the choices, in its place', () => {
  expect(including([0, 5, 30], 12)).toEqual([0, 5, 12, 30]);
});

it('a choice that is there already, or none, changes nothing', () => {
  expect(including([0, 5], 5)).toEqual([0, 5]);
  expect(including([60], null)).toEqual([60]);
});
