/// What a client sends that it should not: the server names the mistake, and nothing breaks.
@NullMarked
package tingting.hostile;

import org.jspecify.annotations.NullMarked;
