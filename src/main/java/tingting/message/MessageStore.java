package tingting.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;

/// SQL that reads messages, with their reactions.
final class MessageStore {
    private static final String SELECT = MessageRow.select(":from");

    private static final RowMapper<Numbered> ROW = (row, context) -> {
        var ids = context.findColumnMapperFor(UUID.class).orElseThrow();
        Message message = MessageRow.read(row, (from, column) -> ids.map(from, column, context));
        return new Numbered(message, MessageRow.rev(row), MessageRow.answered(row));
    };

    /// A message and the rev of its creation.
    ///
    /// @param answered the seq of the message that it answers, 0 for none
    record Numbered(Message message, long rev, long answered) {
        RoomEvent event() {
            RoomEvent event = new RoomEvent(message.roomId(), rev, new RoomEvent.NewMessage(message));
            return answered == 0 ? event : event.showing(answered);
        }
    }

    private MessageStore() {}

    /// Newest first, before `seq`.
    static List<Message> before(Handle handle, UUID roomId, long seq, Reader reader, int limit) {
        return page(handle, "AND m.seq < :seq ORDER BY m.seq DESC LIMIT :limit", roomId, seq, reader, limit);
    }

    /// Oldest first, after `seq`.
    static List<Message> after(Handle handle, UUID roomId, long seq, Reader reader, int limit) {
        return page(handle, "AND m.seq > :seq ORDER BY m.seq LIMIT :limit", roomId, seq, reader, limit);
    }

    private static List<Message> page(Handle handle, String which, UUID roomId, long seq, Reader reader, int limit) {
        return messages(
                handle.createQuery(SELECT + "WHERE m.room_id = :room AND m.seq >= :from " + which)
                        .bind("room", roomId)
                        .bind("seq", seq)
                        .bind("from", reader.visibleFrom())
                        .bind("limit", limit),
                reader.userId());
    }

    /// The pinned messages of a room, the newest pin first.
    static List<Message> pinned(Handle handle, UUID roomId, Reader reader) {
        return messages(
                handle.createQuery(SELECT + "WHERE m.room_id = :room AND m.pinned_at IS NOT NULL AND m.seq >= :from"
                                + " ORDER BY m.pinned_at DESC, m.seq DESC")
                        .bind("room", roomId)
                        .bind("from", reader.visibleFrom()),
                reader.userId());
    }

    private static Optional<Message> message(Handle handle, UUID messageId, Reader reader) {
        return messages(
                        handle.createQuery(SELECT + "WHERE m.message_id = :id AND m.seq >= :from")
                                .bind("id", messageId)
                                .bind("from", reader.visibleFrom()),
                        reader.userId())
                .stream()
                .findFirst();
    }

    /// One message, for who may see it.
    ///
    /// @throws Problem `not_found`
    static Message require(Handle handle, UUID userId, UUID messageId) {
        Reader reader = roomOf(handle, messageId)
                .map(roomId -> RoomPositions.reader(handle, userId, roomId))
                .orElseThrow(Problem::notFound);
        return message(handle, messageId, reader).orElseThrow(Problem::notFound);
    }

    static Optional<UUID> roomOf(Handle handle, UUID messageId) {
        return handle.createQuery("SELECT room_id FROM tb_messages WHERE message_id = :id")
                .bind("id", messageId)
                .mapTo(UUID.class)
                .findFirst();
    }

    /// Some messages as events tell them: nobody in particular reads them.
    static Map<UUID, Message> byId(Handle handle, Collection<UUID> messageIds, long visibleFrom) {
        Map<UUID, Message> found = new HashMap<>();
        if (!messageIds.isEmpty()) {
            messages(
                            handle.createQuery(SELECT + "WHERE m.message_id IN (<ids>)")
                                    .bindList("ids", List.copyOf(messageIds))
                                    .bind("from", visibleFrom),
                            null)
                    .forEach(message -> found.put(message.messageId(), message));
        }
        return found;
    }

    /// Some messages of several rooms, all of which the reader may see.
    static Map<UUID, Message> byId(Handle handle, Collection<UUID> messageIds, UUID readerId) {
        Map<UUID, Message> found = new HashMap<>();
        if (!messageIds.isEmpty()) {
            messages(
                            handle.createQuery(MessageRow.select("(SELECT u.visible_from_seq FROM tb_user_room u"
                                                    + " WHERE u.room_id = m.room_id AND u.user_id = :user)")
                                            + "WHERE m.message_id IN (<ids>)")
                                    .bindList("ids", List.copyOf(messageIds))
                                    .bind("user", readerId),
                            readerId)
                    .forEach(message -> found.put(message.messageId(), message));
        }
        return found;
    }

    /// The newest visible message of each room; rooms without one are left out.
    static Map<UUID, Message> newest(Handle handle, UUID userId) {
        Map<UUID, Message> newest = new HashMap<>();
        messages(
                        handle.createQuery(MessageRow.select("u.visible_from_seq")
                                        + "JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id AND r.last_seq = m.seq"
                                        + " JOIN tb_user_room u ON u.room_id = r.chat_room_id AND u.user_id = :user"
                                        + " WHERE m.seq >= u.visible_from_seq")
                                .bind("user", userId),
                        userId)
                .forEach(message -> newest.put(message.roomId(), message));
        return newest;
    }

    /// Messages created by the changes of a room with a rev in (after, upTo], with that rev.
    static List<Numbered> created(Handle handle, UUID roomId, long after, long upTo, long visibleFrom) {
        List<Numbered> found = handle.createQuery(
                        SELECT + "WHERE m.room_id = :room AND m.rev > :after AND m.rev <= :upTo")
                .bind("room", roomId)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("from", visibleFrom)
                .map(ROW)
                .list();
        Map<UUID, List<Message.Reaction>> reactions = ReactionStore.of(
                handle, found.stream().map(one -> one.message.messageId()).toList(), null);
        return found.stream()
                .map(one -> new Numbered(with(one.message, reactions), one.rev, one.answered))
                .toList();
    }

    private static List<Message> messages(Query query, @Nullable UUID readerId) {
        List<Message> found = query.map(ROW).map(Numbered::message).list();
        Map<UUID, List<Message.Reaction>> reactions = ReactionStore.of(
                query.getHandle(), found.stream().map(Message::messageId).toList(), readerId);
        return reactions.isEmpty()
                ? found
                : found.stream().map(message -> with(message, reactions)).toList();
    }

    private static Message with(Message message, Map<UUID, List<Message.Reaction>> reactions) {
        List<Message.Reaction> own = reactions.get(message.messageId());
        return own == null ? message : message.withReactions(own);
    }
}
