package tingting.message;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tingting.database.Transaction;
import tingting.room.Batch;

/// Who is mentioned by the messages of a batch: each member keeps the newest message that mentioned them, each room
/// the newest one that mentioned everybody.
final class Mentions implements Batch.Part {
    private record Mention(UUID roomId, UUID userId, long seq) {}

    private final Transaction transaction;
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<UUID, Long> ofAll = new HashMap<>();

    private Mentions(Batch batch) {
        this.transaction = batch.transaction();
    }

    static Mentions of(Batch batch) {
        return batch.part(Mentions.class, Mentions::new);
    }

    /// Whom a mention may reach: a block stands between the others and its writer, in whatever room.
    static List<UUID> reaching(Batch batch, UUID writer, List<UUID> mentioned) {
        Set<UUID> blocked = batch.blocked(writer, mentioned);
        return mentioned.stream().filter(userId -> !blocked.contains(userId)).toList();
    }

    void add(UUID roomId, Collection<UUID> userIds, long seq) {
        userIds.forEach(userId -> mentions.add(new Mention(roomId, userId, seq)));
    }

    void addAll(UUID roomId, long seq) {
        ofAll.put(roomId, seq);
    }

    @Override
    public void flush() throws SQLException {
        if (!mentions.isEmpty()) {
            PreparedStatement update = transaction.prepare("UPDATE tb_user_room SET mentioned_seq = ?"
                    + " WHERE room_id = ? AND user_id = ? AND mentioned_seq < ?");
            for (Mention mention : mentions) {
                update.setLong(1, mention.seq);
                transaction.dialect().bind(update, 2, mention.roomId);
                transaction.dialect().bind(update, 3, mention.userId);
                update.setLong(4, mention.seq);
                update.addBatch();
            }
            update.executeBatch();
        }
        if (!ofAll.isEmpty()) {
            PreparedStatement update =
                    transaction.prepare("UPDATE tb_chat_rooms SET mentioned_all_seq = ? WHERE chat_room_id = ?");
            for (Map.Entry<UUID, Long> one : ofAll.entrySet()) {
                update.setLong(1, one.getValue());
                transaction.dialect().bind(update, 2, one.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
