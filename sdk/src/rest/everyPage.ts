import type { Page } from '../wire/records.js';

/** All items of a list, page after page. */
export async function everyPage<Item>(
  fetch: (cursor?: string) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await fetch(cursor ?? undefined);
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return items;
}
