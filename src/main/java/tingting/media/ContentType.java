package tingting.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;

/// Finds out what a file is by its bytes. Safe from any thread; the first call takes a moment.
final class ContentType {
    /// What nobody knows; browsers save it.
    static final String UNKNOWN = "application/octet-stream";

    private static final int PREFIX = 64 * 1024;
    /// Families whose members begin alike, so that a name may tell them apart; what it says of them is never shown
    /// within a page.
    private static final Set<String> FAMILIES = Set.of("application/zip", "application/x-tika-msoffice", "text/plain");
    /// Browsers draw and play these without running anything in them.
    private static final Set<String> HARMLESS = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/bmp",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/opus",
            "audio/vorbis",
            "audio/wav",
            "audio/vnd.wave",
            "audio/x-wav",
            "audio/flac",
            "audio/x-flac",
            "audio/aac",
            "audio/webm",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "video/quicktime",
            "video/x-m4v");

    /// Reading its table takes longer than the rest of the start.
    private static final class Loaded {
        static final Tika TIKA = new Tika();
    }

    private ContentType() {}

    /// The type, for example `image/png`; [#UNKNOWN] when nobody knows.
    ///
    /// @param name cleaned; decides nothing but among the members of a family
    static String of(Path file, String name) throws IOException {
        byte[] prefix;
        try (InputStream in = Files.newInputStream(file)) {
            prefix = in.readNBytes(PREFIX);
        }
        String sniffed = Loaded.TIKA.detect(prefix);
        if (!FAMILIES.contains(sniffed)) {
            return sniffed;
        }
        String named = Loaded.TIKA.detect(prefix, name);
        return named.startsWith("application/") || named.startsWith("text/") ? named : sniffed;
    }

    /// Whether a browser may show it within a page, or on its own.
    static boolean inline(String type) {
        return HARMLESS.contains(type);
    }
}
