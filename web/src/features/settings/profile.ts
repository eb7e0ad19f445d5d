import type { Me, ProfileChange } from '@tingting/sdk';

export const profileFields = ['display_name', 'status_text', 'bio', 'phone'] as const;

/** The profile as a form has it: an absent value is an empty field. */
export type Profile = Record<(typeof profileFields)[number], string>;

export function profileOf(me: Me): Profile {
  return {
    display_name: me.display_name,
    status_text: me.status_text ?? '',
    bio: me.bio ?? '',
    phone: me.phone ?? '',
  };
}

/** Only what differs is sent, so that two devices do not undo each other. */
export function changesOf(me: Me, profile: Profile): ProfileChange {
  const before = profileOf(me);
  const changed = profileFields
    .map((field) => [field, profile[field].trim()] as const)
    .filter(([field, text]) => text !== before[field])
    .map(([field, text]) => [field, text === '' ? null : text]);
  return Object.fromEntries(changed) as ProfileChange;
}
