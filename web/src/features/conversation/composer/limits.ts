/** Characters of a message, as the server counts them. */
export const maxLength = 10_000;

/** From here on the composer tells how many are left. */
export const quietUntil = maxLength - 500;
