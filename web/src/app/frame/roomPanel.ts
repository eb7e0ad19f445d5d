/** What `?panel=` may ask for beside a conversation. */
export const roomPanels = ['details', 'pins', 'search', 'settings', 'invites', 'requests'] as const;
export type RoomPanel = (typeof roomPanels)[number];
