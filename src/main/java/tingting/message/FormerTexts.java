package tingting.message;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tingting.database.Transaction;
import tingting.protocol.Message;
import tingting.room.Batch;

/// What edited messages of a batch said before.
final class FormerTexts implements Batch.Part {
    private record Row(Message message, long rev) {}

    private final Transaction transaction;
    private final List<Row> rows = new ArrayList<>();

    private FormerTexts(Batch batch) {
        this.transaction = batch.transaction();
    }

    static FormerTexts of(Batch batch) {
        return batch.part(FormerTexts.class, FormerTexts::new);
    }

    /// @param message as it was before the edit
    /// @param rev the edit's
    void add(Message message, long rev) {
        rows.add(new Row(message, rev));
    }

    void forget(UUID messageId) {
        rows.removeIf(row -> row.message.messageId().equals(messageId));
    }

    @Override
    public void flush() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement insert =
                transaction.prepare("INSERT INTO tb_edits (message_id, rev, content, written_at) VALUES (?, ?, ?, ?)");
        for (Row row : rows) {
            Message message = row.message;
            transaction.dialect().bind(insert, 1, message.messageId());
            insert.setLong(2, row.rev);
            insert.setString(3, Objects.requireNonNullElse(message.content(), ""));
            insert.setLong(
                    4,
                    Objects.requireNonNullElse(message.editedAt(), message.createdAt())
                            .toEpochMilli());
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
