const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Pauses between two messages to choose from, seconds. */
export const paces: readonly number[] = [0, 5, 10, 30, minute, 5 * minute, 15 * minute, hour];

/** Lives of a message to choose from, seconds. */
export const lives: readonly number[] = [minute, hour, day, 7 * day, 30 * day, 365 * day];

/** The choices with the present one among them: another client may have set any. */
export function including(choices: readonly number[], present: number | null): readonly number[] {
  if (present === null || choices.includes(present)) return choices;
  return [...choices, present].sort((one, other) => one - other);
}
