package tingting.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;

/// Reads what is written into exports, a page at a time.
final class SectionStore {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Some entries; the key after which the next ones come.
    record Part(List<ObjectNode> entries, Object last) {}

    private record Entry(ObjectNode json, Object key) {}

    private SectionStore() {}

    static Part read(Handle handle, Section section, UUID userId, Object after, int limit) {
        String columns = section.columns().stream()
                .map(column -> column.sql() + " AS " + column.name())
                .collect(Collectors.joining(", "));
        String key = section.key().sql();
        List<Entry> entries = handle.createQuery("SELECT " + key + " AS export_key, " + columns + " " + section.from()
                        + " AND " + key + " > :after ORDER BY " + key + " LIMIT :limit")
                .bind("user", userId)
                .bindByType("after", after, section.key().type())
                .bind("limit", limit)
                .map((RowView row) -> entry(section, row))
                .list();
        return new Part(
                entries.stream().map(Entry::json).toList(),
                entries.isEmpty() ? after : entries.getLast().key());
    }

    private static Entry entry(Section section, RowView row) {
        ObjectNode json = NODES.objectNode();
        section.columns().forEach(column -> json.set(column.name(), value(column, row)));
        return new Entry(json, row.getColumn("export_key", section.key().type()));
    }

    private static JsonNode value(Section.Column column, RowView row) {
        String name = column.name();
        return switch (column.type()) {
            case ID -> text(row.getColumn(name, UUID.class));
            case TEXT -> text(row.getColumn(name, String.class));
            case NUMBER -> NODES.numberNode(row.getColumn(name, Long.class));
            case FLAG -> NODES.booleanNode(row.getColumn(name, Boolean.class));
            case TIME -> time(row.getColumn(name, Long.class));
            case JSON -> json(row.getColumn(name, String.class));
        };
    }

    private static JsonNode text(@Nullable Object value) {
        return value == null ? NullNode.instance : NODES.textNode(value.toString());
    }

    private static JsonNode time(@Nullable Long millis) {
        return text(millis == null ? null : Json.time(Instant.ofEpochMilli(millis)));
    }

    static JsonNode json(@Nullable String text) {
        try {
            return text == null ? NullNode.instance : Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
