/** What `?show=` may ask for over any page of the frame. */
export const overlays = ['search', 'shortcuts'] as const;
export type Overlay = (typeof overlays)[number];
