package tingting.live;

import java.io.IOException;
import java.io.OutputStream;

/// Writes the text of one frame, in UTF-8. Called once, on the thread that makes the frame.
@FunctionalInterface
public interface Payload {
    void write(OutputStream out) throws IOException;
}
