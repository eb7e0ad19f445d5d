package tingting.room;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;
import tingting.protocol.RoomEvent;

/// Writes the rows of `tb_changes`: every change that is not a new message, with ids and never a text.
public final class ChangeLog implements Batch.Part {
    private record Row(
            UUID roomId,
            long rev,
            String type,
            @Nullable UUID messageId,
            UUID userId,
            @Nullable String data) {}

    private final Batch batch;
    private final List<Row> rows = new ArrayList<>();

    private ChangeLog(Batch batch) {
        this.batch = batch;
    }

    public static ChangeLog of(Batch batch) {
        return batch.part(ChangeLog.class, ChangeLog::new);
    }

    /// Keeps a change and tells it.
    ///
    /// @param about the message and the person it is about
    /// @param data what a replay needs beside the current state: ids and words of ours only
    public void add(RoomEvent event, @Nullable UUID messageId, UUID about, Map<String, Object> data) {
        rows.add(new Row(
                event.roomId(),
                event.rev(),
                event.body().type(),
                messageId,
                about,
                data.isEmpty() ? null : new String(Json.bytes(data), java.nio.charset.StandardCharsets.UTF_8)));
        batch.tell(event);
    }

    @Override
    public void flush() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement insert = batch.transaction()
                .prepare("INSERT INTO tb_changes (room_id, rev, type, message_id, user_id, data, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (Row row : rows) {
            batch.transaction().dialect().bind(insert, 1, row.roomId);
            insert.setLong(2, row.rev);
            insert.setString(3, row.type);
            batch.transaction().dialect().bind(insert, 4, row.messageId);
            batch.transaction().dialect().bind(insert, 5, row.userId);
            insert.setString(6, row.data);
            insert.setLong(7, batch.now().toEpochMilli());
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
