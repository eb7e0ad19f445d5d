package tingting.room;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `tb_changes` as [ChangeLog] wrote it.
///
/// @param type the event's name on the wire
/// @param messageId the message it changed, null when it changed the room or its members
/// @param userId the person it is about: who came or went, who changed the message
/// @param data what a replay needs beside the current state
public record KeptChange(
        UUID roomId, long rev, String type, @Nullable UUID messageId, UUID userId, JsonNode data, Instant createdAt) {

    /// The change's accident: a row that nobody here can have written.
    public IllegalStateException unknown() {
        return new IllegalStateException("Unknown change in the database: " + type);
    }
}
