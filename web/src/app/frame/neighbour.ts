/**
 * The one after or before `from`, from the end on to the beginning again; without a `from` the
 * first, or the last. Undefined where there is no other.
 */
export function neighbour<Id>(
  ids: readonly Id[],
  from: Id | undefined,
  step: 1 | -1,
): Id | undefined {
  const at = from === undefined ? -1 : ids.indexOf(from);
  const next = at < 0 ? ids.at(step > 0 ? 0 : -1) : ids[(at + step + ids.length) % ids.length];
  return next === from ? undefined : next;
}
