package tingting.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tingting.bench.World.Account;
import tingting.bench.World.Room;
import tingting.protocol.Ids;
import tingting.room.Pair;

/// SQL that fills an empty database with people, rooms and messages.
final class SeedStore {
    private static final int BATCH = 1_000;

    private SeedStore() {}

    /// A schema of its own in a PostgreSQL database, so that nothing that is there is touched.
    static void createSchema(String url, String name) throws SQLException {
        execute(url, "CREATE SCHEMA " + name);
    }

    static void dropSchema(String url, String name) throws SQLException {
        execute(url, "DROP SCHEMA " + name + " CASCADE");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The password's hash of somebody who is there.
    static String hash(Handle handle, UUID userId) {
        return handle.createQuery("SELECT password FROM tb_users WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(String.class)
                .one();
    }

    /// Accounts that all have the same password.
    static void people(Handle handle, List<Account> accounts, String hash, Instant now) {
        insert(
                handle,
                """
                INSERT INTO tb_users (user_id, username, username_key, password, display_name, search_text, created_at)
                VALUES (:user, :name, :name, :hash, :name, :search, :now)
                """,
                accounts,
                (batch, account) -> batch.bind("user", account.userId())
                        .bind("name", account.username())
                        .bind("hash", hash)
                        .bind("search", " %s %s".formatted(account.username(), account.username()))
                        .bind("now", now.toEpochMilli()));
    }

    /// Rooms with so many messages each; groups, or direct ones.
    static void rooms(Handle handle, List<Room> rooms, boolean direct, int messages, Instant now) {
        insert(
                handle,
                """
                INSERT INTO tb_chat_rooms (chat_room_id, kind, name, is_group, created_by, created_at, last_seq, rev,
                    direct_key)
                VALUES (:room, :kind, :name, :group, :by, :now, :seq, :seq, :key)
                """,
                rooms,
                (batch, room) -> batch.bind("room", room.roomId())
                        .bind("kind", direct ? "direct" : "group")
                        .bind("name", direct ? null : "bench")
                        .bind("group", !direct)
                        .bind("by", room.members().getFirst().userId())
                        .bind("now", now.toEpochMilli())
                        .bind("seq", messages)
                        .bind("key", direct ? key(room) : null));
        record Membership(Room room, Account member) {}
        List<Membership> memberships = rooms.stream()
                .flatMap(room -> room.members().stream().map(member -> new Membership(room, member)))
                .toList();
        insert(
                handle,
                """
                INSERT INTO tb_user_room (user_id, room_id, joined_at, joined_rev, role, read_seq, delivered_seq)
                VALUES (:user, :room, :now, 0, :role, :seq, :seq)
                """,
                memberships,
                (batch, one) -> batch.bind("user", one.member.userId())
                        .bind("room", one.room.roomId())
                        .bind("now", now.toEpochMilli())
                        .bind("role", one.member.equals(one.room.members().getFirst()) ? "owner" : "member")
                        .bind("seq", messages));
    }

    private static String key(Room room) {
        return Pair.of(room.members().get(0).userId(), room.members().get(1).userId())
                .key();
    }

    /// The messages of the rooms, written by their members in turns.
    static void messages(Handle handle, List<Room> rooms, int each, Ids ids, Instant now) {
        record Written(Room room, int seq) {}
        List<Written> messages = rooms.stream()
                .flatMap(
                        room -> java.util.stream.IntStream.rangeClosed(1, each).mapToObj(seq -> new Written(room, seq)))
                .toList();
        byte[] text = new byte[Content.LENGTH];
        Content.put(text, 0, 0, 0);
        String content = new String(text, java.nio.charset.StandardCharsets.US_ASCII);
        insert(
                handle,
                """
                INSERT INTO tb_messages (message_id, user_id, room_id, seq, rev, kind, content, client_msg_id,
                    body_digest, created_at)
                VALUES (:message, :user, :room, :seq, :seq, 'text', :content, :client, :digest, :now)
                """,
                messages,
                (batch, one) -> batch.bind("message", ids.next())
                        .bind(
                                "user",
                                one.room
                                        .members()
                                        .get(one.seq % one.room.members().size())
                                        .userId())
                        .bind("room", one.room.roomId())
                        .bind("seq", one.seq)
                        .bind("content", content)
                        .bind("client", ids.next())
                        .bind("digest", new byte[32])
                        .bind("now", now.toEpochMilli()));
    }

    private static <R> void insert(Handle handle, String sql, List<R> rows, BiConsumer<PreparedBatch, R> bind) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                for (R row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                    bind.accept(batch, row);
                    batch.add();
                }
                batch.execute();
            }
        }
    }
}
