package tingting.media;

import java.io.IOException;

/// There is no room left for files. What the chat itself needs is kept free.
final class OutOfSpace extends IOException {
    private static final long serialVersionUID = 1L;

    OutOfSpace(String message) {
        super(message);
    }
}
