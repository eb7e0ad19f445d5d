/// Friendships and blocks.
@NullMarked
package tingting.friend;

import org.jspecify.annotations.NullMarked;
