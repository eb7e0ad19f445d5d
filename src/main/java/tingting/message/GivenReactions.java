package tingting.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tingting.database.Dialect;
import tingting.database.Keys;
import tingting.database.Transaction;
import tingting.protocol.Message;
import tingting.room.Batch;

/// The reactions to the messages that a batch reacts to: read at once, and kept in the order in which they were
/// given.
final class GivenReactions implements Batch.Part {
    private record Given(UUID messageId, String emoji, UUID userId) {}

    private final Transaction transaction;
    private final Dialect dialect;
    private final long now;
    private final Set<UUID> announced = new LinkedHashSet<>();
    private final Map<UUID, Set<Given>> standing = new HashMap<>();
    private final Set<Given> added = new LinkedHashSet<>();
    private final Set<Given> removed = new LinkedHashSet<>();

    private GivenReactions(Batch batch) {
        this.transaction = batch.transaction();
        this.dialect = transaction.dialect();
        this.now = batch.now().toEpochMilli();
    }

    static GivenReactions of(Batch batch) {
        return batch.part(GivenReactions.class, GivenReactions::new);
    }

    void announce(UUID messageId) {
        announced.add(messageId);
    }

    boolean has(UUID messageId, UUID userId, String emoji) throws SQLException {
        return standing(messageId).contains(new Given(messageId, emoji, userId));
    }

    /// How many different emoji there are, beside this one.
    long others(UUID messageId, String emoji) throws SQLException {
        return standing(messageId).stream()
                .map(Given::emoji)
                .filter(other -> !other.equals(emoji))
                .distinct()
                .count();
    }

    void add(UUID messageId, UUID userId, String emoji) throws SQLException {
        Given given = new Given(messageId, emoji, userId);
        standing(messageId).add(given);
        added.add(given);
    }

    void remove(UUID messageId, UUID userId, String emoji) throws SQLException {
        Given given = new Given(messageId, emoji, userId);
        standing(messageId).remove(given);
        if (!added.remove(given)) {
            removed.add(given);
        }
    }

    /// What stands under the message, as everybody is told it.
    List<Message.Reaction> of(UUID messageId) throws SQLException {
        Map<String, List<UUID>> byEmoji = new LinkedHashMap<>();
        for (Given given : standing(messageId)) {
            byEmoji.computeIfAbsent(given.emoji, emoji -> new ArrayList<>()).add(given.userId);
        }
        return byEmoji.entrySet().stream()
                .map(one -> new Message.Reaction(
                        one.getKey(),
                        one.getValue().size(),
                        one.getValue().stream().limit(ReactionStore.NAMED).toList()))
                .toList();
    }

    /// The message is recalled: nothing is to be written for it any more.
    void forget(UUID messageId) {
        added.removeIf(given -> given.messageId.equals(messageId));
        removed.removeIf(given -> given.messageId.equals(messageId));
        standing.remove(messageId);
    }

    private Set<Given> standing(UUID messageId) throws SQLException {
        load();
        return standing.computeIfAbsent(messageId, id -> new LinkedHashSet<>());
    }

    private void load() throws SQLException {
        if (announced.isEmpty()) {
            return;
        }
        PreparedStatement select = transaction.prepare("SELECT message_id, emoji, user_id FROM tb_reaction"
                + " WHERE message_id IN (" + Keys.marks(announced.size(), 1) + ") ORDER BY reaction_id");
        Keys.bind(announced, 1, (index, messageId) -> dialect.bind(select, index, messageId));
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID messageId = Objects.requireNonNull(dialect.id(row, 1));
                standing.computeIfAbsent(messageId, id -> new LinkedHashSet<>())
                        .add(new Given(messageId, row.getString(2), Objects.requireNonNull(dialect.id(row, 3))));
            }
        }
        announced.clear();
    }

    /// First what goes: one that was taken back and given again stands at the end.
    @Override
    public void flush() throws SQLException {
        if (!removed.isEmpty()) {
            PreparedStatement delete =
                    transaction.prepare("DELETE FROM tb_reaction WHERE message_id = ? AND user_id = ? AND emoji = ?");
            for (Given given : removed) {
                bind(delete, given).addBatch();
            }
            delete.executeBatch();
        }
        if (!added.isEmpty()) {
            PreparedStatement insert = transaction.prepare(
                    "INSERT INTO tb_reaction (message_id, user_id, emoji, created_at) VALUES (?, ?, ?, ?)");
            for (Given given : added) {
                bind(insert, given).setLong(4, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private PreparedStatement bind(PreparedStatement statement, Given given) throws SQLException {
        dialect.bind(statement, 1, given.messageId);
        dialect.bind(statement, 2, given.userId);
        statement.setString(3, given.emoji);
        return statement;
    }
}
