/** So many frames without movement, and the virtualiser has measured and corrected all it will. */
const enough = 4;

/** Calls back once the element no longer scrolls or grows. Returns how to stop waiting. */
export function whenStill(element: HTMLElement, then: () => void): () => void {
  let still = 0;
  let seen = '';
  let frame = requestAnimationFrame(look);

  function look(): void {
    const now = `${element.scrollTop}/${element.scrollHeight}`;
    still = now === seen ? still + 1 : 0;
    seen = now;
    if (still < enough) frame = requestAnimationFrame(look);
    else then();
  }
  return () => cancelAnimationFrame(frame);
}
