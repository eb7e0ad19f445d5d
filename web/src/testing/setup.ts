import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A bound, not a pace: a busy machine takes its time.
configure({ asyncUtilTimeout: 5000 });

afterEach(() => {
  cleanup();
  // Tests of real browsers run in Node, which has none.
  if (typeof localStorage !== 'undefined') localStorage.clear();
});
