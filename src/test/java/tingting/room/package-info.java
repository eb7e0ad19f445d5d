/// Rooms, memberships and the ways into them.
@NullMarked
package tingting.room;

import org.jspecify.annotations.NullMarked;
