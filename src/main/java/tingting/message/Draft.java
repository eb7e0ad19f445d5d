package tingting.message;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Problem;
import tingting.protocol.Text;

/// A message as its sender wants it.
///
/// @param clientMsgId the sender's own id of it: sending it again returns the first answer
public record Draft(
        UUID roomId,
        UUID clientMsgId,
        MessageKind kind,
        @Nullable String content,
        @Nullable String fileUrl,
        @Nullable UUID replyTo,
        List<UUID> mentions) {

    /// How many people one message may mention.
    public static final int MENTIONS = 50;
    /// How many files one message may carry.
    public static final int ATTACHMENTS = 20;

    private static final int URL_LENGTH = 2048;

    /// @param maxContent longest content, in characters (code points)
    /// @throws Problem `invalid_request` naming the field
    void check(int maxContent) {
        if (content != null) {
            if (content.codePointCount(0, content.length()) > maxContent) {
                throw Problem.invalidField("content", "must be at most " + maxContent + " characters");
            }
            Text.requireStorable("content", content);
        }
        boolean hasContent = content != null && !content.isBlank();
        if (kind.needsContent() ? !hasContent : fileUrl == null) {
            throw kind.needsContent()
                    ? Problem.invalidField("content", "must not be empty")
                    : Problem.invalidField("file_url", "is missing: this kind of message carries a file");
        }
        if (fileUrl != null && !acceptable(fileUrl)) {
            throw Problem.invalidField("file_url", "must be a path under /media or an http(s) address");
        }
        if (mentions.size() > MENTIONS) {
            throw Problem.invalidField("mentions", "must be at most " + MENTIONS);
        }
    }

    private static boolean acceptable(String url) {
        return url.length() <= URL_LENGTH
                && url.chars().allMatch(c -> c > ' ' && c < 0x7f)
                && (url.startsWith("/media/") || url.startsWith("https://") || url.startsWith("http://"));
    }

    /// A digest of what was asked for: it tells a retry from another message under the same id, also after an edit.
    byte[] digest() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            write(out, kind.wire());
            write(out, content);
            write(out, fileUrl);
            write(out, replyTo == null ? null : replyTo.toString());
            for (UUID mention : mentions) {
                write(out, mention.toString());
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text == null ? -1 : bytes.length);
        out.write(bytes);
    }
}
