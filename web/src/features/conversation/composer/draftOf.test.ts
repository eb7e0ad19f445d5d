import { expect, it } from 'vitest';
import { messageId } from '@tingting/sdk';
import { nothingWritten } from '../column/column';
import { noMentions } from '../mentions/MentionsContext';
import { binh } from '../testing/messages';
import { draftOf, tidy } from './draftOf';
import { maxLength } from './limits';

const nobody = () => ({ mentions: noMentions.users, mention_all: false });
const draft = (content: string) => draftOf({ ...nothingWritten, content }, nobody);

it('holds what was written without the blanks around it', () => {
  expect(draft('\n  \nxin\n\nchào \n')).toEqual({ content: 'xin\n\nchào' });
});

it('keeps the indentation of the first line', () => {
  expect(tidy('\n  if (x)\n    y()\n')).toBe('  if (x)\n    y()');
});

it('takes the line ends of Windows for line ends', () => {
  expect(tidy('a\r\nb')).toBe('a\nb');
});

it.each(['', '  \n '])('is none for %j', (text) => {
  expect(draft(text)).toBeNull();
});

it('takes up to the limit and nothing longer', () => {
  expect(draft('a'.repeat(maxLength))).not.toBeNull();
  expect(draft('a'.repeat(maxLength + 1))).toBeNull();
});

it('says what it answers, and whom it calls', () => {
  const writing = { content: '@binh @all', replyTo: messageId('m1') };
  expect(draftOf(writing, () => ({ mentions: [binh], mention_all: true }))).toEqual({
    content: '@binh @all',
    reply_to: 'm1',
    mentions: [binh],
    mention_all: true,
  });
});
