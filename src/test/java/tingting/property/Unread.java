package tingting.property;

import com.fasterxml.jackson.databind.JsonNode;

/// Where somebody stands in a room.
record Unread(long readSeq, long unread) {
    /// From whatever carries both numbers.
    static Unread of(JsonNode told) {
        return new Unread(told.path("read_seq").asLong(), told.path("unread").asLong());
    }
}
