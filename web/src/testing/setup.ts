import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
  // Tests of real browsers run in Node, which has none.
  if (typeof localStorage !== 'undefined') localStorage.clear();
});
