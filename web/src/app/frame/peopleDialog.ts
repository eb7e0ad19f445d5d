/** What `?new=` may ask for: a new chat, a new group, new members of the room that is open. */
export const peopleDialogs = ['chat', 'group', 'members'] as const;
export type PeopleDialog = (typeof peopleDialogs)[number];
