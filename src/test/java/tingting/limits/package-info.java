@NullMarked
package tingting.limits;

import org.jspecify.annotations.NullMarked;
