@NullMarked
package tingting.personal;

import org.jspecify.annotations.NullMarked;
