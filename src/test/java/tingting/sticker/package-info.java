@NullMarked
package tingting.sticker;

import org.jspecify.annotations.NullMarked;
