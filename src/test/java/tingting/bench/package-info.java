/// Whether the load generator counts what happens.
@NullMarked
package tingting.bench;

import org.jspecify.annotations.NullMarked;
