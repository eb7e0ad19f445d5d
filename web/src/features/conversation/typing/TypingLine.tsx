import { useConversationState } from '../useConversation';
import { useTypingWords } from './useTypingWords';

/** Says who is typing, in words. Its place is kept when nobody is, so nothing moves. */
export function TypingLine() {
  const typing = useConversationState((it) => it.typing);
  return <p className="min-w-0 flex-1 truncate text-ink-faint">{useTypingWords(typing)}</p>;
}
