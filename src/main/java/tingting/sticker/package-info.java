/// Stickers: packs of pictures to send instead of words.
@NullMarked
package tingting.sticker;

import org.jspecify.annotations.NullMarked;
