import { clock, type Clock } from '../../src/clock.js';

/** Time in which every pause and every patience is so many times shorter than it says. */
export const hurriedClock = (times: number): Clock => ({
  now: () => clock.now(),
  after: (ms, run) => clock.after(ms / times, run),
});
