import { expect, it } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { an, room } from '../testing/messages';
import { maxLength } from './limits';
import { sendText, tidy } from './sendText';

const send = (text: string) => {
  const conversation = new FakeConversation(room, an, []);
  const went = sendText(conversation, text);
  return { went, sent: conversation.store.getState().outgoing.map((it) => it.draft.content) };
};

it('sends what was written without the blanks around it', () => {
  expect(send('\n  \nxin\n\nchào \n')).toEqual({ went: true, sent: ['xin\n\nchào'] });
});

it('keeps the indentation of the first line', () => {
  expect(tidy('\n  if (x)\n    y()\n')).toBe('  if (x)\n    y()');
});

it('takes the line ends of Windows for line ends', () => {
  expect(tidy('a\r\nb')).toBe('a\nb');
});

it.each(['', '  \n '])('sends nothing for %j', (text) => {
  expect(send(text)).toEqual({ went: false, sent: [] });
});

it('sends up to the limit and nothing longer', () => {
  expect(send('a'.repeat(maxLength)).went).toBe(true);
  expect(send('a'.repeat(maxLength + 1))).toEqual({ went: false, sent: [] });
});
