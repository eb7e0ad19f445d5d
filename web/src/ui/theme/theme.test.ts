import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { storedTheme, useTheme } from './theme';

describe('the theme', () => {
  beforeEach(() => useTheme.getState().choose('system'));

  it('follows the system until one is chosen', () => {
    expect(storedTheme()).toBe('system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('shows at once and survives a reload when chosen', () => {
    useTheme.getState().choose('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(storedTheme()).toBe('dark');
  });

  it('goes back to the system without a trace', () => {
    useTheme.getState().choose('dark');
    useTheme.getState().choose('system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });

  it('ignores a stored value that is no theme', () => {
    localStorage.setItem('tingting.theme', 'sepia');
    expect(storedTheme()).toBe('system');
  });
});

it('the script in the page’s head shows the chosen theme before the app has loaded', () => {
  localStorage.setItem('tingting.theme', 'dark');
  delete document.documentElement.dataset.theme;
  runInThisContext(readFileSync(join(import.meta.dirname, '../../../public/theme.js'), 'utf8'));
  expect(document.documentElement.dataset.theme).toBe('dark');
});
