import { entryKey } from './entry';
import { layOut, type Conversed, type TimelineRow } from './rows';

/**
 * Lays out one room for as long as it is shown. It remembers where stretches once began: those
 * messages keep their sender's name when older ones join above, so no row changes its height
 * under the reader's eyes. (At most one name too many per page of history.)
 */
export class TimelineLayout {
  private readonly seams = new Set<string>();

  rows(conversed: Omit<Conversed, 'seams'>): TimelineRow[] {
    const first = conversed.messages[0];
    if (first && !conversed.reachesStart) this.seams.add(entryKey(first, conversed.me));
    return layOut({ ...conversed, seams: this.seams });
  }
}
