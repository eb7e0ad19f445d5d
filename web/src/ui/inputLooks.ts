/** The looks that every one-line and many-line field shares. */
export const inputLooks = [
  'w-full rounded-md bg-surface text-ink placeholder:text-ink-faint',
  'ring-1 ring-inset ring-line-strong transition-shadow',
  'hover:ring-ink-faint focus:outline-none focus:ring-2 focus:ring-focus',
  'aria-invalid:ring-danger aria-invalid:focus:ring-2 aria-invalid:focus:ring-danger',
  'disabled:opacity-60',
].join(' ');
