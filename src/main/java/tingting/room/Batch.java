package tingting.room;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tingting.database.Keys;
import tingting.database.Transaction;
import tingting.protocol.Event;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// Changes that are decided in one transaction: the rooms they lock, the memberships they read, what they write and
/// what they tell. Used by the journal's writer thread only.
public final class Batch {
    /// What changes of one kind read ahead and write together.
    public interface Part {
        /// Writes what was decided. Called once, after the last decision.
        void flush() throws SQLException;
    }

    private record Membership(UUID roomId, UUID userId) {}

    /// Somebody who takes messages from friends alone, and another who is none.
    private record Closed(UUID userId, UUID writer) {}

    private final Transaction transaction;
    private final Instant now;
    private final Set<UUID> roomIds = new TreeSet<>();
    private final Set<Membership> memberIds = new LinkedHashSet<>();
    private final Map<UUID, RoomState> rooms = new HashMap<>();
    private final Map<Membership, MemberState> members = new HashMap<>();
    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();
    private @Nullable Set<Pair> blocked;
    private @Nullable Set<Closed> closed;
    private List<Event> events = new ArrayList<>();

    Batch(Transaction transaction, Instant now) {
        this.transaction = transaction;
        this.now = now;
    }

    public Transaction transaction() {
        return transaction;
    }

    /// The time of everything in this batch.
    public Instant now() {
        return now;
    }

    /// Says that a room will be decided on, by this member.
    public void announce(UUID roomId, UUID userId) {
        roomIds.add(roomId);
        memberIds.add(new Membership(roomId, userId));
    }

    /// Says that a room will be decided on, by nobody in particular.
    public void announce(UUID roomId) {
        roomIds.add(roomId);
    }

    /// The part of a kind of change, made when first asked for.
    public <P extends Part> P part(Class<P> type, Function<Batch, P> make) {
        return type.cast(parts.computeIfAbsent(type, t -> make.apply(this)));
    }

    /// The locked room; empty when there is none, or none any more.
    public Optional<RoomState> room(UUID roomId) {
        return Optional.ofNullable(rooms.get(roomId)).filter(room -> !room.deleted());
    }

    /// The membership as it stands; empty for an outsider.
    public Optional<MemberState> member(UUID roomId, UUID userId) throws SQLException {
        Membership key = new Membership(roomId, userId);
        if (memberIds.add(key)) {
            loadMembers(List.of(key));
        }
        return Optional.ofNullable(members.get(key));
    }

    /// The membership of a caller in a living room.
    ///
    /// @throws Problem `not_found`, for an outsider too
    public MemberState require(UUID roomId, UUID userId) throws SQLException {
        if (room(roomId).isEmpty()) {
            throw Problem.notFound();
        }
        return member(roomId, userId).orElseThrow(Problem::notFound);
    }

    /// Whether one of the two has blocked the other.
    public boolean blocked(Pair pair) throws SQLException {
        if (blocked == null) {
            blocked = loadBlocks(pairs());
        }
        return blocked.contains(pair);
    }

    /// Which of these people have blocked this one, or are blocked by them.
    public Set<UUID> blocked(UUID one, Collection<UUID> others) {
        return others.isEmpty() ? Set.of() : MemberStore.blocked(transaction.handle(), one, others);
    }

    /// Whether the other of the two takes messages from friends alone, and the writer is none.
    public boolean closed(Pair pair, UUID writer) throws SQLException {
        if (closed == null) {
            closed = loadClosed(pairs());
        }
        return closed.contains(new Closed(pair.other(writer), writer));
    }

    private List<Pair> pairs() {
        return rooms.values().stream()
                .map(RoomState::pair)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Puts a direct room back into the list of a member who had left it: they know of it before they hear what
    /// follows.
    public void bringBack(MemberState member) {
        if (member.unhide()) {
            MemberStore.raiseUserRev(transaction.handle(), List.of(member.userId()));
            tell(new UserEvent(member.userId(), new UserEvent.RoomAdded(member.roomId())));
        }
    }

    /// To be told after the commit, in this order.
    public void tell(Event event) {
        events.add(event);
    }

    /// What was told since the last call.
    List<Event> takeEvents() {
        List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    void add(RoomState room) {
        rooms.put(room.id(), room);
    }

    private void add(MemberState member) {
        members.put(new Membership(member.roomId(), member.userId()), member);
    }

    /// Somebody has joined: the membership is read when it is asked for.
    void joined(UUID roomId, UUID userId) {
        memberIds.remove(new Membership(roomId, userId));
    }

    void remove(MemberState member) {
        members.remove(new Membership(member.roomId(), member.userId()));
    }

    /// Locks the announced rooms, in the order of their ids, and reads the announced memberships.
    void load() throws SQLException {
        if (!roomIds.isEmpty()) {
            loadRooms();
        }
        for (RoomState room : rooms.values()) {
            Pair pair = room.pair();
            if (pair != null) {
                memberIds.add(new Membership(room.id(), pair.first()));
                memberIds.add(new Membership(room.id(), pair.second()));
            }
        }
        loadMembers(memberIds);
    }

    private void loadRooms() throws SQLException {
        PreparedStatement select =
                transaction.prepare("SELECT chat_room_id, kind, direct_key, last_seq, rev, deleted_at,"
                        + " slow_mode_seconds, message_ttl_seconds FROM tb_chat_rooms WHERE chat_room_id IN ("
                        + Keys.marks(roomIds.size(), 1)
                        + ") ORDER BY chat_room_id" + transaction.dialect().forUpdate());
        Keys.bind(roomIds, 1, (index, roomId) -> transaction.dialect().bind(select, index, roomId));
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String key = row.getString(3);
                UUID id = Objects.requireNonNull(transaction.dialect().id(row, 1));
                add(new RoomState(
                        id,
                        RoomKind.of(row.getString(2)),
                        key == null ? null : Pair.parse(key),
                        Pace.of(row.getInt(7), row.getObject(8) == null ? null : row.getLong(8)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getObject(6) != null));
            }
        }
    }

    private void loadMembers(Collection<Membership> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        PreparedStatement select =
                transaction.prepare("WITH k (room_id, user_id) AS (VALUES " + Keys.marks(keys.size(), 2)
                        + ") SELECT m.room_id, m.user_id, m.role, m.read_seq, m.visible_from_seq, m.hidden, m.last_sent_at,"
                        + " t.muted_until FROM k CROSS JOIN tb_user_room m LEFT JOIN tb_mutes t ON t.user_id = m.user_id"
                        + " WHERE m.room_id = k.room_id AND m.user_id = k.user_id");
        Keys.bind(keys, 2, (index, key) -> {
            transaction.dialect().bind(select, index, key.roomId());
            transaction.dialect().bind(select, index + 1, key.userId());
        });
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID roomId = Objects.requireNonNull(transaction.dialect().id(row, 1));
                UUID userId = Objects.requireNonNull(transaction.dialect().id(row, 2));
                add(new MemberState(
                        roomId,
                        userId,
                        Role.of(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBoolean(6),
                        row.getLong(7),
                        row.getLong(8)));
            }
        }
    }

    private Set<Pair> loadBlocks(Collection<Pair> pairs) throws SQLException {
        Set<Pair> found = new LinkedHashSet<>();
        if (pairs.isEmpty()) {
            return found;
        }
        PreparedStatement select = transaction.prepare("WITH k (a, b) AS (VALUES " + Keys.marks(pairs.size(), 2)
                + ") SELECT k.a, k.b FROM k WHERE EXISTS (SELECT 1 FROM tb_friendships f WHERE f.status = 'blocked'"
                + " AND f.user_id = k.a AND f.friend_id = k.b)"
                + " OR EXISTS (SELECT 1 FROM tb_friendships f WHERE f.status = 'blocked'"
                + " AND f.user_id = k.b AND f.friend_id = k.a)");
        Keys.bind(pairs, 2, (index, pair) -> {
            transaction.dialect().bind(select, index, pair.first());
            transaction.dialect().bind(select, index + 1, pair.second());
        });
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Pair(
                        Objects.requireNonNull(transaction.dialect().id(row, 1)),
                        Objects.requireNonNull(transaction.dialect().id(row, 2))));
            }
        }
        return found;
    }

    private Set<Closed> loadClosed(Collection<Pair> pairs) throws SQLException {
        List<Closed> candidates = pairs.stream()
                .flatMap(pair ->
                        Stream.of(new Closed(pair.first(), pair.second()), new Closed(pair.second(), pair.first())))
                .toList();
        Set<Closed> found = new HashSet<>();
        if (candidates.isEmpty()) {
            return found;
        }
        PreparedStatement select = transaction.prepare("WITH k (a, b) AS (VALUES "
                + Keys.marks(candidates.size(), 2)
                + ") SELECT k.a, k.b FROM k WHERE EXISTS (SELECT 1 FROM tb_users u WHERE u.user_id = k.a"
                + " AND u.friends_only) AND NOT EXISTS (SELECT 1 FROM tb_friendships f WHERE f.status = 'accepted'"
                + " AND f.user_id = k.a AND f.friend_id = k.b)"
                + " AND NOT EXISTS (SELECT 1 FROM tb_friendships f WHERE f.status = 'accepted'"
                + " AND f.user_id = k.b AND f.friend_id = k.a)");
        Keys.bind(candidates, 2, (index, closed) -> {
            transaction.dialect().bind(select, index, closed.userId());
            transaction.dialect().bind(select, index + 1, closed.writer());
        });
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Closed(
                        Objects.requireNonNull(transaction.dialect().id(row, 1)),
                        Objects.requireNonNull(transaction.dialect().id(row, 2))));
            }
        }
        return found;
    }

    void flush() throws SQLException {
        for (Part part : parts.values()) {
            part.flush();
        }
        flushRooms();
        flushMembers();
    }

    private void flushRooms() throws SQLException {
        PreparedStatement update = transaction.prepare(
                "UPDATE tb_chat_rooms SET last_seq = ?, rev = ?, deleted_at = ? WHERE chat_room_id = ?");
        boolean any = false;
        for (RoomState room : rooms.values()) {
            if (room.changed()) {
                update.setLong(1, room.lastSeq());
                update.setLong(2, room.rev());
                update.setObject(3, room.deleted() ? now.toEpochMilli() : null, java.sql.Types.BIGINT);
                transaction.dialect().bind(update, 4, room.id());
                update.addBatch();
                any = true;
            }
        }
        if (any) {
            update.executeBatch();
        }
    }

    /// Absolute only where the mark moves, and then it is ahead of every other: read marks are written beside the
    /// journal, and recalls raise `skipped`.
    private void flushMembers() throws SQLException {
        PreparedStatement sent = transaction.prepare("UPDATE tb_user_room SET read_seq = ?, delivered_seq = ?,"
                + " skipped = ?, hidden = ?, last_sent_at = ?, marked_unread = FALSE"
                + " WHERE room_id = ? AND user_id = ?");
        PreparedStatement other = transaction.prepare("UPDATE tb_user_room SET skipped = skipped + ?, hidden = ?,"
                + " last_sent_at = ? WHERE room_id = ? AND user_id = ?");
        boolean anySent = false;
        boolean anyOther = false;
        for (MemberState member : members.values()) {
            if (member.hasSent()) {
                sent.setLong(1, member.readSeq());
                sent.setLong(2, member.readSeq());
                sent.setInt(3, member.later());
                sent.setBoolean(4, member.hidden());
                sent.setLong(5, member.lastSentAt());
                bindMember(sent, 6, member);
                anySent = true;
            } else if (member.changedBesideTheMark()) {
                other.setInt(1, member.later());
                other.setBoolean(2, member.hidden());
                other.setLong(3, member.lastSentAt());
                bindMember(other, 4, member);
                anyOther = true;
            }
        }
        if (anySent) {
            sent.executeBatch();
        }
        if (anyOther) {
            other.executeBatch();
        }
    }

    private void bindMember(PreparedStatement update, int index, MemberState member) throws SQLException {
        transaction.dialect().bind(update, index, member.roomId());
        transaction.dialect().bind(update, index + 1, member.userId());
        update.addBatch();
    }
}
