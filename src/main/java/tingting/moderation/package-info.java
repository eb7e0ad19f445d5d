/// Those in charge of the server: what they may do, what they did, and what is reported to them.
@NullMarked
package tingting.moderation;

import org.jspecify.annotations.NullMarked;
