@NullMarked
package tingting.moderation;

import org.jspecify.annotations.NullMarked;
