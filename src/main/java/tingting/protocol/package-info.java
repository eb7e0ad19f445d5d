/// What travels: messages, events, error codes. Plain records that import nothing else of ours.
@NullMarked
package tingting.protocol;

import org.jspecify.annotations.NullMarked;
