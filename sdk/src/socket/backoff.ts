/** The first pause is at most `firstMs`; each later one at most double, and never over `maxMs`. */
export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

export const defaultBackoff: Backoff = { firstMs: 1_000, maxMs: 10_000 };

/**
 * Exponential with full jitter: after a restart thousands of clients come back spread over the
 * whole pause instead of together at its end. `attempt` counts from 0.
 */
export function pause(attempt: number, backoff: Backoff, random: () => number): number {
  const ceiling = Math.min(backoff.maxMs, backoff.firstMs * 2 ** Math.min(attempt, 30));
  return Math.floor(random() * ceiling);
}
