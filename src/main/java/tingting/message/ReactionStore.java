package tingting.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Message;

/// SQL that reads reactions.
final class ReactionStore {
    /// How many of those who gave an emoji are named under a message.
    static final int NAMED = 10;

    private record Given(UUID messageId, String emoji, UUID userId, int place, int count) {}

    private record Key(UUID messageId, String emoji) {}

    /// One that was given, and its place in the order of all.
    record Numbered(Reaction reaction, long id) {}

    private ReactionStore() {}

    /// What stands under these messages, each emoji where it was first given; messages without any are left out.
    ///
    /// @param readerId whose own are marked; null where everybody is told the same
    static Map<UUID, List<Message.Reaction>> of(Handle handle, Collection<UUID> messageIds, @Nullable UUID readerId) {
        if (messageIds.isEmpty()) {
            return Map.of();
        }
        Map<Key, List<Given>> given = new LinkedHashMap<>();
        handle.createQuery("SELECT message_id, emoji, user_id, place, n FROM (SELECT message_id, emoji, user_id,"
                        + " ROW_NUMBER() OVER (PARTITION BY message_id, emoji ORDER BY reaction_id) AS place,"
                        + " MIN(reaction_id) OVER (PARTITION BY message_id, emoji) AS first,"
                        + " COUNT(*) OVER (PARTITION BY message_id, emoji) AS n"
                        + " FROM tb_reaction WHERE message_id IN (<ids>)) g"
                        + " WHERE place <= :named OR user_id = :reader ORDER BY first, place")
                .bindList("ids", List.copyOf(messageIds))
                .bind("named", NAMED)
                .bindByType("reader", readerId, UUID.class)
                .map((row, context) -> {
                    var id = context.findColumnMapperFor(UUID.class).orElseThrow();
                    return new Given(
                            id.map(row, 1, context),
                            row.getString(2),
                            id.map(row, 3, context),
                            row.getInt(4),
                            row.getInt(5));
                })
                .forEach(one -> given.computeIfAbsent(new Key(one.messageId, one.emoji), key -> new ArrayList<>())
                        .add(one));
        Map<UUID, List<Message.Reaction>> reactions = new HashMap<>();
        given.forEach((key, by) -> reactions
                .computeIfAbsent(key.messageId, id -> new ArrayList<>())
                .add(reaction(key.emoji, by, readerId)));
        return reactions;
    }

    private static Message.Reaction reaction(String emoji, List<Given> by, @Nullable UUID readerId) {
        List<UUID> named =
                by.stream().filter(one -> one.place <= NAMED).map(Given::userId).toList();
        Boolean me = readerId == null ? null : by.stream().anyMatch(one -> one.userId.equals(readerId));
        return new Message.Reaction(emoji, by.getFirst().count, named, me);
    }

    /// Who reacted to a message, in that order, after the one of that number.
    ///
    /// @param emoji with which one, null for all
    static List<Numbered> given(Handle handle, UUID messageId, @Nullable String emoji, long after, int limit) {
        return handle.createQuery("SELECT user_id, emoji, created_at, reaction_id FROM tb_reaction"
                        + " WHERE message_id = :message AND reaction_id > :after"
                        + " AND emoji = COALESCE(:emoji, emoji) ORDER BY reaction_id LIMIT :limit")
                .bind("message", messageId)
                .bind("after", after)
                .bindByType("emoji", emoji, String.class)
                .bind("limit", limit)
                .map((row, context) -> new Numbered(
                        new Reaction(
                                context.findColumnMapperFor(UUID.class)
                                        .orElseThrow()
                                        .map(row, 1, context),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3))),
                        row.getLong(4)))
                .list();
    }
}
