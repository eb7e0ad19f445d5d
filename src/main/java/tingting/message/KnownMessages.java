package tingting.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.database.Dialect;
import tingting.database.Keys;
import tingting.database.Transaction;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.room.Batch;
import tingting.room.MemberState;

/// The messages that a batch changes, answers or passes on: read at once, and kept as the changes decided before
/// leave them. Their reactions are with [GivenReactions].
final class KnownMessages implements Batch.Part {
    private static final String EVERYTHING = "0";

    private final Transaction transaction;
    private final Dialect dialect;
    private final Instant now;
    private final Set<UUID> announced = new LinkedHashSet<>();
    private final Map<UUID, Message> messages = new HashMap<>();
    private final Map<UUID, Message> changed = new LinkedHashMap<>();

    private KnownMessages(Batch batch) {
        this.transaction = batch.transaction();
        this.dialect = transaction.dialect();
        this.now = batch.now();
    }

    static KnownMessages of(Batch batch) {
        return batch.part(KnownMessages.class, KnownMessages::new);
    }

    void announce(UUID messageId) {
        announced.add(messageId);
    }

    /// The announced message as it stands; empty when there is none. It may lie in any room.
    Optional<Message> find(UUID messageId) throws SQLException {
        load();
        return Optional.ofNullable(messages.get(messageId));
    }

    /// The message of a room as a member sees it.
    ///
    /// @throws Problem `not_found` when there is none that they can see
    Message require(UUID roomId, UUID messageId, MemberState member) throws SQLException {
        return find(messageId)
                .filter(message -> message.roomId().equals(roomId) && member.sees(message.seq()))
                .orElseThrow(Problem::notFound);
    }

    /// From now on the message is like this.
    void change(Message message) {
        messages.put(message.messageId(), message);
        changed.put(message.messageId(), message);
    }

    private void load() throws SQLException {
        if (announced.isEmpty()) {
            return;
        }
        PreparedStatement select = transaction.prepare(
                MessageRow.select(EVERYTHING) + "WHERE m.message_id IN (" + Keys.marks(announced.size(), 1) + ")");
        Keys.bind(announced, 1, (index, messageId) -> dialect.bind(select, index, messageId));
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Message message = MessageRow.read(row, dialect::id);
                messages.put(message.messageId(), message);
            }
        }
        announced.clear();
    }

    @Override
    public void flush() throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        PreparedStatement update = transaction.prepare("UPDATE tb_messages SET content = ?, file_url = ?, mentions = ?,"
                + " attachments = ?,"
                + " mention_all = ?, edited_at = ?, recalled_at = ?,"
                + " pinned_at = CASE WHEN ? THEN COALESCE(pinned_at, ?) END WHERE message_id = ?");
        for (Message message : changed.values()) {
            update.setString(1, message.content());
            update.setString(2, message.fileUrl());
            update.setString(3, MessageRow.mentions(message.mentions()));
            update.setString(4, MessageRow.attachments(message.attachments()));
            update.setBoolean(5, message.mentionAll());
            update.setObject(6, millis(message.editedAt()), Types.BIGINT);
            update.setObject(7, millis(message.recalledAt()), Types.BIGINT);
            update.setBoolean(8, message.pinned());
            update.setLong(9, now.toEpochMilli());
            dialect.bind(update, 10, message.messageId());
            update.addBatch();
        }
        update.executeBatch();
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
