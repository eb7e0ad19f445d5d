import { describe, expect, it } from 'vitest';
import { keyNames } from './keyNames';
import { matches, type KeyPress } from './matches';
import { shortcuts } from './shortcuts';

const press = (key: string, told: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...told,
});

describe('a shortcut', () => {
  it('takes Control, and Command on Apple’s machines', () => {
    expect(matches('search', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(matches('search', press('k', { metaKey: true }), false)).toBe(false);
    expect(matches('search', press('k', { metaKey: true }), true)).toBe(true);
    expect(matches('search', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  it('is not pressed with one modifier too many or too few', () => {
    expect(matches('next_room', press('ArrowDown', { altKey: true }))).toBe(true);
    expect(matches('next_room', press('ArrowDown'))).toBe(false);
    expect(matches('next_room', press('ArrowDown', { altKey: true, shiftKey: true }))).toBe(false);
    expect(matches('next_unread', press('ArrowDown', { altKey: true, shiftKey: true }))).toBe(true);
  });

  it('knows its letter where Alt types another one', () => {
    expect(matches('compose', press('µ', { altKey: true, code: 'KeyM' }), true)).toBe(true);
    expect(matches('compose', press('m', { altKey: true }))).toBe(true);
  });

  it('knows a sign wherever the layout has it', () => {
    expect(matches('sheet', press('?', { shiftKey: true }))).toBe(true);
    expect(matches('sheet', press('?'))).toBe(true);
  });
});

it('no two shortcuts share their keys', () => {
  const all = Object.values(shortcuts).flatMap(({ keys }) => [...keys] as string[]);
  expect(new Set(all).size).toBe(all.length);
});

it('keys bear the names that stand on them', () => {
  expect(keyNames('Mod+K', false)).toEqual(['Ctrl', 'K']);
  expect(keyNames('Mod+K', true)).toEqual(['⌘', 'K']);
  expect(keyNames('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
});
