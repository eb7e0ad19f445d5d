@NullMarked
package tingting.notice;

import org.jspecify.annotations.NullMarked;
