/**
 * The order to show while a pointer rests on the list: known rows keep their places, so that no
 * row jumps away under a click; rows that are new wait at the foot, rows that are gone leave.
 */
export function steadyOrder<Id>(shown: readonly Id[], wanted: readonly Id[]): readonly Id[] {
  const present = new Set(wanted);
  const known = new Set(shown);
  const kept = shown.filter((id) => present.has(id));
  const added = wanted.filter((id) => !known.has(id));
  return kept.length === shown.length && added.length === 0 ? shown : [...kept, ...added];
}
