/**
 * What `?new=` may ask for: a new chat, a new group, new members of the room that is open, a new
 * friend.
 */
export const peopleDialogs = ['chat', 'group', 'members', 'friend'] as const;
export type PeopleDialog = (typeof peopleDialogs)[number];
