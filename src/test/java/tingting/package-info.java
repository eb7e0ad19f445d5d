/// The whole server: starting it, telling it what to do, stopping it.
@NullMarked
package tingting;

import org.jspecify.annotations.NullMarked;
