package tingting.personal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.protocol.Json;

/// Writes all that somebody owns as one JSON document, a page at a time: no more of it is ever in memory, and no
/// reading lasts. What changes meanwhile may be in it or not.
final class ExportWriter {
    private static final int FORMAT = 1;
    private static final int PAGE = 500;
    private static final int MESSAGES = 2000;

    private final Database database;
    private final UUID userId;
    private final Runnable turn;

    /// @param turn called between two pages; breaks off what it throws out of
    ExportWriter(Database database, UUID userId, Runnable turn) {
        this.database = database;
        this.userId = userId;
        this.turn = turn;
    }

    void write(OutputStream out, Instant now) throws IOException {
        try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", "tingting-export");
            json.writeNumberField("version", FORMAT);
            json.writeStringField("exported_at", Json.time(now));
            json.writeFieldName("account");
            json.writeTree(account());
            for (Section section : Section.ALL) {
                json.writeArrayFieldStart(section.name());
                write(section, json);
                json.writeEndArray();
            }
            json.writeArrayFieldStart("messages");
            writeMessages(json);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private ObjectNode account() {
        return database.read(handle -> SectionStore.read(
                                handle,
                                Section.ACCOUNT,
                                userId,
                                Section.ACCOUNT.key().first(),
                                1)
                        .entries())
                .getFirst();
    }

    private void write(Section section, JsonGenerator json) throws IOException {
        Object after = section.key().first();
        List<ObjectNode> entries;
        do {
            turn.run();
            Object from = after;
            SectionStore.Part part = database.read(handle -> SectionStore.read(handle, section, userId, from, PAGE));
            entries = part.entries();
            append(entries, json);
            after = part.last();
        } while (entries.size() == PAGE);
    }

    private void writeMessages(JsonGenerator json) throws IOException {
        @Nullable UUID after = ErasureStore.FIRST;
        while (after != null) {
            turn.run();
            UUID from = after;
            ErasureStore.Rooms rooms = database.read(handle -> ErasureStore.rooms(handle, userId, from));
            for (UUID roomId : rooms.written()) {
                writeMessages(roomId, json);
            }
            after = rooms.last();
        }
    }

    private void writeMessages(UUID roomId, JsonGenerator json) throws IOException {
        long last = database.read(handle -> WrittenStore.lastSeq(handle, roomId));
        for (long seq = 1; seq <= last; seq += MESSAGES) {
            turn.run();
            long from = seq;
            append(database.read(handle -> WrittenStore.read(handle, userId, roomId, from, from + MESSAGES - 1)), json);
        }
    }

    private static void append(List<ObjectNode> entries, JsonGenerator json) throws IOException {
        for (ObjectNode entry : entries) {
            json.writeTree(entry);
        }
    }
}
