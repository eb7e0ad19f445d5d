import { vi } from 'vitest';

const view = { width: 800, height: 600 };
const rowHeight = 40;

/**
 * Gives elements sizes, which a DOM without layout has not: the timeline is 600 px high, every row
 * 40. Enough for rows to be mounted; where they stand is the browser test's to look at.
 */
export function giveElementsSizes(): void {
  const isRow = (element: Element) => element.hasAttribute('data-index');
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (
    this: HTMLElement,
  ) {
    return isRow(this) ? rowHeight : view.height;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(view.width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(view.height);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (
    this: HTMLElement,
  ) {
    const rows = this.querySelector<HTMLElement>('.relative');
    return Math.max(view.height, Number.parseFloat(rows?.style.height ?? '0'));
  });
  vi.spyOn(Element.prototype, 'scrollTo').mockImplementation(function (
    this: Element,
    to?: ScrollToOptions | number,
  ) {
    if (typeof to !== 'object') return;
    const most = this.scrollHeight - this.clientHeight;
    this.scrollTop = Math.min(to.top ?? 0, most);
    // As browsers do: the event comes after the script that scrolled.
    queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
  });
}
