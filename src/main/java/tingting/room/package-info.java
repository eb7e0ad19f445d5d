/// Conversations: rooms, members, roles, and the journal that orders every change of a room.
@NullMarked
package tingting.room;

import org.jspecify.annotations.NullMarked;
