package tingting.message;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.media.KeptFile;
import tingting.protocol.Problem;

/// A message as its sender wants it.
///
/// @param clientMsgId the sender's own id of it: sending it again returns the first answer
/// @param mentionAll whether it calls every member
/// @param forwardOf the message that is passed on: kind, content and files are that one's then
/// @param attachments files that the sender has uploaded
public record Draft(
        UUID roomId,
        UUID clientMsgId,
        MessageKind kind,
        @Nullable String content,
        @Nullable String fileUrl,
        @Nullable UUID replyTo,
        List<UUID> mentions,
        boolean mentionAll,
        @Nullable UUID forwardOf,
        List<UUID> attachments) {

    /// How many people one message may mention.
    public static final int MENTIONS = 50;
    /// How many files one message may carry.
    public static final int ATTACHMENTS = 20;

    private static final int URL_LENGTH = 2048;

    /// A message of one's own words, or with a file.
    public Draft(
            UUID roomId,
            UUID clientMsgId,
            MessageKind kind,
            @Nullable String content,
            @Nullable String fileUrl,
            @Nullable UUID replyTo,
            List<UUID> mentions) {
        this(roomId, clientMsgId, kind, content, fileUrl, replyTo, mentions, false, null, List.of());
    }

    /// A message that passes another one on.
    public static Draft forward(UUID roomId, UUID clientMsgId, UUID forwardOf) {
        return new Draft(
                roomId, clientMsgId, MessageKind.TEXT, null, null, null, List.of(), false, forwardOf, List.of());
    }

    /// The same message for another room.
    public Draft in(UUID otherRoomId) {
        return new Draft(
                otherRoomId,
                clientMsgId,
                kind,
                content,
                fileUrl,
                replyTo,
                mentions,
                mentionAll,
                forwardOf,
                attachments);
    }

    /// The same message in other words.
    Draft saying(String words) {
        return new Draft(
                roomId, clientMsgId, kind, words, fileUrl, replyTo, mentions, mentionAll, forwardOf, attachments);
    }

    /// @param maxContent longest content, in characters (code points)
    /// @throws Problem `invalid_request` naming the field
    void check(int maxContent) {
        if (forwardOf != null) {
            checkNothingElse();
            return;
        }
        if (content != null) {
            Words.check(content, maxContent);
        }
        Words.checkFor(kind, content);
        if (!kind.needsContent() && fileUrl == null && attachments.isEmpty()) {
            throw Problem.invalidField("attachments", "is missing: this kind of message carries a file");
        }
        if (attachments.size() > ATTACHMENTS) {
            throw Problem.invalidField("attachments", "must be at most " + ATTACHMENTS);
        }
        if (fileUrl != null && !acceptable(fileUrl)) {
            throw Problem.invalidField("file_url", "must be a path under /media or an http(s) address");
        }
        if (mentions.size() > MENTIONS) {
            throw Problem.invalidField("mentions", "must be at most " + MENTIONS);
        }
    }

    private void checkNothingElse() {
        boolean empty = content == null && fileUrl == null && replyTo == null && attachments.isEmpty();
        if (!empty || !mentions.isEmpty() || mentionAll) {
            throw Problem.invalidField("forward_of", "stands alone: the message is passed on as it is");
        }
    }

    /// The files of this server that it names, whichever way.
    Set<UUID> files() {
        if (attachments.isEmpty() && fileUrl == null) {
            return Set.of();
        }
        Set<UUID> files = new LinkedHashSet<>(attachments);
        if (fileUrl != null) {
            KeptFile.named(fileUrl).ifPresent(files::add);
        }
        return files;
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
            if (mentionAll) {
                write(out, "all");
            }
            if (!attachments.isEmpty()) {
                write(out, "attachments");
                for (UUID fileId : attachments) {
                    write(out, fileId.toString());
                }
            }
            if (forwardOf != null) {
                write(out, "forward"); // of a message, whatever it says by then
                write(out, forwardOf.toString());
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
