package tingting.message;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import tingting.database.Dialect;
import tingting.database.Keys;

/// SQL of the search index.
final class SearchStore {
    /// Places of one millisecond: a message's place is its time, then whatever is free.
    private static final long PLACES = 1 << 20;
    /// Here the places end, in the year 2248.
    static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE / PLACES);

    /// A stretch of a room's changes: those with a rev in (after, upTo].
    record Stretch(UUID roomId, long after, long upTo) {
        long length() {
            return upTo - after;
        }

        Stretch atMost(long length) {
            return new Stretch(roomId, after, Math.min(upTo, after + length));
        }
    }

    /// A message that is to be found by these words.
    record Entry(UUID messageId, UUID roomId, long createdAt, String words) {}

    /// A message as it is now; its content is not null.
    record Written(UUID messageId, UUID roomId, UUID userId, long createdAt, String content) {}

    /// What was found, and where its successors are.
    record Found(long place, UUID messageId) {}

    private final FullText fullText;
    private final String forUpdate;

    SearchStore(Dialect dialect) {
        this.fullText = FullText.of(dialect);
        this.forUpdate = dialect.forUpdate();
    }

    /// The first place of messages of that time, in milliseconds since 1970.
    static long place(long createdAt) {
        return Math.multiplyExact(createdAt, PLACES);
    }

    /// The newest hits with a lower place that the reader may see, the newest first.
    ///
    /// @param query made by [#query]
    List<Found> find(Handle handle, UUID reader, String query, long before, int limit) {
        return handle.createQuery("SELECT " + fullText.place() + ", m.message_id FROM " + fullText.from()
                        + " JOIN tb_messages m ON m.message_id = s.message_id"
                        + " JOIN tb_user_room u ON u.room_id = m.room_id AND u.user_id = :reader"
                        + " WHERE " + fullText.condition() + " AND " + fullText.place() + " < :before"
                        + " AND m.seq >= u.visible_from_seq AND m.recalled_at IS NULL"
                        + " ORDER BY " + fullText.place() + " DESC LIMIT :limit")
                .bind("reader", reader)
                .bind("sought", query)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new Found(
                        row.getLong(1),
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 2, context)))
                .list();
    }

    /// The query for these words; of these rooms and senders, where there are some.
    String query(Sought sought, Collection<UUID> roomIds, Collection<UUID> senderIds) {
        return fullText.query(
                sought,
                Stream.of(
                                roomIds.stream().map(SearchStore::roomWord).toList(),
                                senderIds.stream().map(SearchStore::senderWord).toList())
                        .filter(words -> !words.isEmpty())
                        .toList());
    }

    /// A room as a word; no word of a text begins so.
    static String roomWord(UUID roomId) {
        return "#" + roomId.toString().replace("-", "");
    }

    /// A sender as a word.
    static String senderWord(UUID userId) {
        return "@" + userId.toString().replace("-", "");
    }

    /// The rooms of a reader, at most so many.
    List<UUID> rooms(Handle handle, UUID reader, int limit) {
        return handle.createQuery("SELECT room_id FROM tb_user_room WHERE user_id = :reader LIMIT :limit")
                .bind("reader", reader)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    // ---- writing

    /// Rooms with changes that were not looked at, by their ids.
    List<UUID> behind(Handle handle, UUID after, int limit) {
        return handle.createQuery("SELECT r.chat_room_id FROM tb_chat_rooms r"
                        + " LEFT JOIN tb_search_progress p ON p.room_id = r.chat_room_id"
                        + " WHERE r.chat_room_id > :after AND r.rev > COALESCE(p.rev, 0)"
                        + " ORDER BY r.chat_room_id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /// What was not looked at in these rooms; rooms without any are left out.
    List<Stretch> ahead(Handle handle, Collection<UUID> roomIds) {
        return handle.createQuery("SELECT r.chat_room_id, COALESCE(p.rev, 0), r.rev FROM tb_chat_rooms r"
                        + " LEFT JOIN tb_search_progress p ON p.room_id = r.chat_room_id"
                        + " WHERE r.chat_room_id IN (<rooms>) AND r.rev > COALESCE(p.rev, 0)")
                .bindList("rooms", List.copyOf(roomIds))
                .map((row, context) -> new Stretch(
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 1, context),
                        row.getLong(2),
                        row.getLong(3)))
                .list();
    }

    /// The messages that were written or edited there, as they are now, the oldest first; recalled ones are
    /// left out.
    List<Written> written(Handle handle, List<Stretch> stretches) throws SQLException {
        Query query = handle.createQuery("WITH k (room_id, after_rev, to_rev) AS (VALUES "
                + Keys.marks(stretches.size(), 3)
                + ") SELECT m.message_id, m.room_id, m.user_id, m.created_at, m.content, m.rev"
                + " FROM k CROSS JOIN tb_messages m"
                + " WHERE m.room_id = k.room_id AND m.rev > k.after_rev AND m.rev <= k.to_rev"
                + " AND m.recalled_at IS NULL AND m.content IS NOT NULL"
                + " UNION SELECT m.message_id, m.room_id, m.user_id, m.created_at, m.content, m.rev"
                + " FROM k JOIN tb_changes c ON c.room_id = k.room_id AND c.rev > k.after_rev AND c.rev <= k.to_rev"
                + " AND c.type = 'message_edited' JOIN tb_messages m ON m.message_id = c.message_id"
                + " WHERE m.recalled_at IS NULL AND m.content IS NOT NULL ORDER BY 4, 6");
        Keys.bind(
                stretches,
                3,
                (index, stretch) -> query.bind(index - 1, stretch.roomId)
                        .bind(index, stretch.after)
                        .bind(index + 1, stretch.upTo));
        return query.map((row, context) -> {
                    ColumnMapper<UUID> id =
                            context.findColumnMapperFor(UUID.class).orElseThrow();
                    return new Written(
                            id.map(row, 1, context),
                            id.map(row, 2, context),
                            id.map(row, 3, context),
                            row.getLong(4),
                            row.getString(5));
                })
                .list();
    }

    /// Notes that these stretches were looked at.
    ///
    /// @return the rooms in which nobody else was faster
    Set<UUID> advance(Handle handle, List<Stretch> stretches) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO tb_search_progress (room_id, rev) VALUES (:room, :to)"
                + " ON CONFLICT (room_id) DO UPDATE SET rev = excluded.rev"
                + " WHERE tb_search_progress.rev = :from");
        for (Stretch stretch : stretches) {
            batch.bind("room", stretch.roomId)
                    .bind("to", stretch.upTo)
                    .bind("from", stretch.after)
                    .add();
        }
        int[] counts = batch.execute();
        Set<UUID> advanced = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                advanced.add(stretches.get(i).roomId);
            }
        }
        return advanced;
    }

    /// Lets messages be found by these words, and by no others. Those that were recalled meanwhile stay out:
    /// their rows are locked against a recall that comes now, which then finds what to delete (see
    /// [Recalled]).
    void put(Handle handle, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO tb_search (search_id, message_id, words) SELECT COALESCE("
                        + "(SELECT MAX(s.search_id) + 1 FROM tb_search s WHERE s.search_id >= :first AND s.search_id < :next),"
                        + " :first), m.message_id, :words FROM tb_messages m"
                        + " WHERE m.message_id = :message AND m.recalled_at IS NULL" + forUpdate
                        + " ON CONFLICT (message_id) DO UPDATE SET words = excluded.words");
        for (Entry entry : entries) {
            batch.bind("first", place(entry.createdAt))
                    .bind("next", place(entry.createdAt + 1))
                    .bind("message", entry.messageId)
                    .bind("words", entry.words)
                    .add();
        }
        batch.execute();
    }
}
