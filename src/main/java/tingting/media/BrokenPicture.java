package tingting.media;

import java.io.IOException;

/// A file that begins like a picture and is none.
final class BrokenPicture extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenPicture(String message) {
        super(message);
    }
}
