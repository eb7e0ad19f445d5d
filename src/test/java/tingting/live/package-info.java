/// Lanes, feeds and arrivals, with outlets that only remember.
@NullMarked
package tingting.live;

import org.jspecify.annotations.NullMarked;
