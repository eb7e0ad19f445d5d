/** Tells when it is worth trying at once: the network came back, or somebody looks again. */
export type Wake = (listener: () => void) => () => void;

/** The browser's `online` event and the page becoming visible; elsewhere never. */
export const browserWake: Wake = (listener) => {
  if (typeof document === 'undefined') return () => undefined;
  const seen = () => {
    if (document.visibilityState === 'visible') listener();
  };
  globalThis.addEventListener('online', listener);
  document.addEventListener('visibilitychange', seen);
  return () => {
    globalThis.removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', seen);
  };
};
