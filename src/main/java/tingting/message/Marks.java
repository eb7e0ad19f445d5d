package tingting.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tingting.database.Database;
import tingting.room.Member;

/// Read and delivered marks that are not written yet. They merge here by their maximum, count at once, and are
/// written together. Safe from any thread.
final class Marks {
    record Mark(long readSeq, long deliveredSeq) {
        Mark merge(Mark other) {
            return new Mark(Math.max(readSeq, other.readSeq), Math.max(deliveredSeq, other.deliveredSeq));
        }
    }

    private record Key(UUID userId, UUID roomId) {}

    private final Map<Key, Mark> waiting = new ConcurrentHashMap<>();
    /// Of those, what is in the database since the last time. Touched by the one thread that writes.
    private List<Map.Entry<Key, Mark>> written = List.of();

    /// @return whether it is further than any read mark that waits
    boolean read(UUID userId, UUID roomId, long seq) {
        return put(new Key(userId, roomId), new Mark(seq, seq), Mark::readSeq);
    }

    /// @return whether it is further than any mark that waits
    boolean delivered(UUID userId, UUID roomId, long seq) {
        return put(new Key(userId, roomId), new Mark(0, seq), Mark::deliveredSeq);
    }

    private boolean put(Key key, Mark mark, ToLongFunction<Mark> seq) {
        boolean[] further = {false};
        waiting.compute(key, (k, before) -> {
            further[0] = before == null || seq.applyAsLong(before) < seq.applyAsLong(mark);
            return before == null ? mark : before.merge(mark);
        });
        return further[0];
    }

    /// The row as it will be once the waiting marks are written. What is skipped above a mark is counted anew:
    /// messages may have been recalled since the mark was put.
    RoomPositions.Row over(Handle handle, RoomPositions.Row row) {
        Mark mark = waiting.get(new Key(row.userId(), row.roomId()));
        if (mark == null) {
            return row;
        }
        RoomPositions.Row reached = row.delivered(Math.max(row.deliveredSeq(), mark.deliveredSeq));
        if (mark.readSeq <= row.readSeq()) {
            return reached;
        }
        long skipped = mark.readSeq >= row.lastSeq()
                ? 0
                : RoomPositions.skippedAbove(handle, row.userId(), row.roomId(), mark.readSeq);
        return reached.read(mark.readSeq, skipped);
    }

    /// The member as they will be once the waiting marks are written.
    Member over(UUID roomId, Member member) {
        Mark mark = waiting.get(new Key(member.userId(), roomId));
        return mark == null
                ? member
                : member.withMarks(
                        Math.max(member.readSeq(), mark.readSeq), Math.max(member.deliveredSeq(), mark.deliveredSeq));
    }

    /// Writes what waits. What comes meanwhile waits for the next time. What is written goes on counting until then:
    /// somebody may have read a row before it was written, and look here after it was.
    void write(Database database) {
        written.forEach(mark -> waiting.remove(mark.getKey(), mark.getValue()));
        written = List.of();
        List<Map.Entry<Key, Mark>> marks = new ArrayList<>(waiting.entrySet());
        if (marks.isEmpty()) {
            return;
        }
        marks.sort(Comparator.comparing((Map.Entry<Key, Mark> mark) -> mark.getKey().roomId)
                .thenComparing(mark -> mark.getKey().userId));
        database.run(handle -> {
            PreparedBatch batch = handle.prepareBatch("UPDATE tb_user_room SET"
                    + " skipped = CASE WHEN read_seq < :read THEN (SELECT COUNT(*) FROM tb_messages m"
                    + " WHERE m.room_id = :room AND m.seq > :read AND (m.user_id = :user OR m.recalled_at IS NOT NULL))"
                    + " ELSE skipped END,"
                    + " marked_unread = CASE WHEN read_seq < :read THEN FALSE ELSE marked_unread END,"
                    + " read_seq = CASE WHEN read_seq < :read THEN :read ELSE read_seq END,"
                    + " delivered_seq = CASE WHEN delivered_seq < :delivered THEN :delivered ELSE delivered_seq END"
                    + " WHERE room_id = :room AND user_id = :user");
            for (var mark : marks) {
                batch.bind("room", mark.getKey().roomId)
                        .bind("user", mark.getKey().userId)
                        .bind("read", mark.getValue().readSeq)
                        .bind("delivered", mark.getValue().deliveredSeq)
                        .add();
            }
            batch.execute();
        });
        written = marks;
    }
}
