/** Tells when the page goes out of sight, maybe for good: what was put off for a moment goes now. */
export type Hide = (listener: () => void) => () => void;

/**
 * The page is left or closed, or no longer visible: on phones nothing more may be heard after that.
 * Elsewhere never.
 */
export const browserHide: Hide = (listener) => {
  if (typeof document === 'undefined') return () => undefined;
  const unseen = () => {
    if (document.visibilityState === 'hidden') listener();
  };
  globalThis.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', unseen);
  return () => {
    globalThis.removeEventListener('pagehide', listener);
    document.removeEventListener('visibilitychange', unseen);
  };
};
