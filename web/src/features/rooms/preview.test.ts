import { userId, type Message } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { message } from '@/testing/samples';
import { previewOf } from './preview';

const me = userId('me');
const an = userId('an');
const preview = (kind: 'direct' | 'group', last: Partial<Message> | null) =>
  previewOf({ kind, last_message: last && message({ user_id: an, ...last }) }, me);

describe('the preview of a room', () => {
  it('names the sender in a group', () => {
    expect(preview('group', { content: 'Chào cả nhà' })).toEqual({
      kind: 'text',
      text: 'Chào cả nhà',
      by: { who: 'member', userId: an },
    });
  });

  it('does not name the other one of a direct room', () => {
    expect(preview('direct', { content: 'Chào' })).toMatchObject({ by: { who: 'evident' } });
  });

  it('says "you" for own messages in any room', () => {
    expect(preview('direct', { user_id: me })).toMatchObject({ by: { who: 'me' } });
    expect(preview('group', { user_id: me })).toMatchObject({ by: { who: 'me' } });
  });

  it('is one line, however many the message has', () => {
    expect(preview('direct', { content: '  one\n\n two\tthree ' })).toMatchObject({
      text: 'one two three',
    });
  });

  it('stays short for the longest message', () => {
    const long = preview('direct', { content: 'lời '.repeat(2500) });
    expect(long.kind === 'text' && long.text.length).toBeLessThanOrEqual(160);
  });

  it('shows nothing of a recalled message', () => {
    const recalled = preview('group', {
      content: null,
      recalled_at: '2026-11-21T08:00:00.000Z',
    });
    expect(recalled).toEqual({ kind: 'recalled', by: { who: 'member', userId: an } });
  });

  it('tells a photo, and prefers its caption', () => {
    expect(preview('direct', { kind: 'image', content: null })).toMatchObject({ kind: 'photo' });
    expect(preview('direct', { kind: 'image', content: 'Hội An' })).toMatchObject({
      kind: 'text',
      text: 'Hội An',
    });
  });

  it('tells a sticker by its emoji', () => {
    expect(preview('direct', { kind: 'sticker', content: '👋' })).toMatchObject({
      kind: 'sticker',
      emoji: '👋',
    });
  });

  it('lets the room speak for itself', () => {
    expect(preview('group', { kind: 'system', content: 'An joined' })).toMatchObject({
      by: { who: 'evident' },
    });
  });

  it('knows a room without messages', () => {
    expect(preview('direct', null)).toEqual({ kind: 'empty' });
  });
});
