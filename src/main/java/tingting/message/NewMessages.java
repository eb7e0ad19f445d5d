package tingting.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tingting.database.Dialect;
import tingting.database.Keys;
import tingting.database.Transaction;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.room.Batch;

/// The new messages of a batch: which of them were sent before, and their rows.
final class NewMessages implements Batch.Part {
    private record Key(UUID roomId, UUID userId, UUID clientMsgId) {}

    private record Sent(SendReceipt receipt, byte[] digest) {}

    private record Row(Message message, long rev, byte[] digest) {}

    private final Transaction transaction;
    private final Dialect dialect;
    private final Set<Key> keys = new LinkedHashSet<>();
    private final Map<Key, Sent> sent = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean loaded;

    private NewMessages(Batch batch) {
        this.transaction = batch.transaction();
        this.dialect = transaction.dialect();
    }

    static NewMessages of(Batch batch) {
        return batch.part(NewMessages.class, NewMessages::new);
    }

    void announce(SendMessage send) {
        keys.add(key(send));
    }

    /// The first answer, if this message had been sent before: in an earlier batch, or in this one.
    ///
    /// @throws Problem `conflict` when the same id stood for another message
    Optional<SendReceipt> duplicate(SendMessage send) throws SQLException {
        load();
        Sent before = sent.get(key(send));
        if (before == null) {
            return Optional.empty();
        }
        if (!Arrays.equals(before.digest, send.digest())) {
            throw Problem.conflict("This client_msg_id was used for another message.");
        }
        return Optional.of(before.receipt.again());
    }

    void add(SendMessage send, SendReceipt receipt, Message message) {
        sent.put(key(send), new Sent(receipt, send.digest()));
        rows.add(new Row(message, receipt.rev(), send.digest()));
    }

    private static Key key(SendMessage send) {
        return new Key(send.roomId(), send.caller().userId(), send.draft().clientMsgId());
    }

    private void load() throws SQLException {
        if (!loaded) {
            loaded = true;
            loadSent();
        }
    }

    /// SQL of the messages that were sent before under so many keys.
    static String sentBefore(int keys) {
        return "WITH k (room_id, user_id, client_msg_id) AS (VALUES " + Keys.marks(keys, 3)
                + ") SELECT m.room_id, m.user_id, m.client_msg_id, m.message_id, m.seq, m.rev, m.created_at, m.body_digest"
                + " FROM k CROSS JOIN tb_messages m WHERE m.room_id = k.room_id AND m.user_id = k.user_id"
                + " AND m.client_msg_id = k.client_msg_id";
    }

    private void loadSent() throws SQLException {
        PreparedStatement select = transaction.prepare(sentBefore(keys.size()));
        Keys.bind(keys, 3, (index, key) -> {
            dialect.bind(select, index, key.roomId);
            dialect.bind(select, index + 1, key.userId);
            dialect.bind(select, index + 2, key.clientMsgId);
        });
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Key key = new Key(id(row, 1), id(row, 2), id(row, 3));
                SendReceipt receipt = new SendReceipt(
                        id(row, 4),
                        key.roomId,
                        row.getLong(5),
                        row.getLong(6),
                        Instant.ofEpochMilli(row.getLong(7)),
                        false);
                sent.put(key, new Sent(receipt, row.getBytes(8)));
            }
        }
    }

    private UUID id(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(dialect.id(row, column));
    }

    @Override
    public void flush() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement insert =
                transaction.prepare("INSERT INTO tb_messages (message_id, user_id, room_id, seq, rev,"
                        + " kind, content, file_url, reply_to, mentions, client_msg_id, body_digest, created_at,"
                        + " mention_all, forwarded_from, expires_at, attachments)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (Row row : rows) {
            Message message = row.message;
            dialect.bind(insert, 1, message.messageId());
            dialect.bind(insert, 2, message.userId());
            dialect.bind(insert, 3, message.roomId());
            insert.setLong(4, message.seq());
            insert.setLong(5, row.rev);
            insert.setString(6, message.kind());
            insert.setString(7, message.content());
            insert.setString(8, message.fileUrl());
            Message.Excerpt replyTo = message.replyTo();
            dialect.bind(insert, 9, replyTo == null ? null : replyTo.messageId());
            insert.setString(10, MessageRow.mentions(message.mentions()));
            dialect.bind(insert, 11, message.clientMsgId());
            insert.setBytes(12, row.digest);
            insert.setLong(13, message.createdAt().toEpochMilli());
            insert.setBoolean(14, message.mentionAll());
            dialect.bind(insert, 15, message.forwardedFrom());
            Instant expiresAt = message.expiresAt();
            insert.setObject(16, expiresAt == null ? null : expiresAt.toEpochMilli(), Types.BIGINT);
            insert.setString(17, MessageRow.attachments(message.attachments()));
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
