export { Conversation } from './Conversation';
export type { ConversationPanel } from './header/ConversationHeader';
