import type { Exclusively } from './session.js';

/** The Web Locks API where there is one: pages that share a cookie refresh one after the other. */
export const exclusively: Exclusively = async (run) => {
  const locks = (globalThis as { navigator?: Partial<Navigator> }).navigator?.locks;
  return locks ? locks.request('tingting-refresh', run) : run();
};
