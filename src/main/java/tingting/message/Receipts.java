package tingting.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tingting.account.ReadReceipts;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.room.Member;

/// Whom a message has reached, and who has read it. Blocks.
public final class Receipts {
    /// @param read false where it may not be known
    public record Receipt(UUID userId, boolean delivered, boolean read) {}

    private final Database database;
    private final Unreads unreads;
    private final ReadReceipts readReceipts;

    public Receipts(Database database, Unreads unreads, ReadReceipts readReceipts) {
        this.database = database;
        this.unreads = unreads;
        this.readReceipts = readReceipts;
    }

    /// Those who were members when the message was sent and still are, without its sender.
    ///
    /// @throws Problem `not_found`, also when the message may not be seen
    public List<Receipt> of(Caller caller, UUID messageId) {
        record Reached(Message message, List<RoomPositions.Row> rows) {}
        Reached reached = database.read(handle -> new Reached(
                MessageStore.require(handle, caller.userId(), messageId),
                RoomPositions.recipients(handle, messageId).stream()
                        .map(row -> unreads.over(handle, row))
                        .toList()));
        long seq = reached.message.seq();
        Predicate<UUID> told = told(
                caller, reached.rows.stream().map(RoomPositions.Row::userId).toList());
        return reached.rows.stream()
                .map(row -> new Receipt(
                        row.userId(), row.reached() >= seq, row.readSeq() >= seq && told.test(row.userId())))
                .toList();
    }

    /// The members of a room as the caller may see them: how far somebody has read is 0 where it may not be known.
    public List<Member> seenBy(Caller caller, UUID roomId, List<Member> members) {
        Predicate<UUID> told = told(caller, members.stream().map(Member::userId).toList());
        return members.stream()
                .map(member -> unreads.over(roomId, member))
                .map(member -> member.userId().equals(caller.userId()) || told.test(member.userId())
                        ? member
                        : member.withMarks(0, member.deliveredSeq()))
                .toList();
    }

    /// Of whom the caller is told how far they have read: of nobody without telling them.
    private Predicate<UUID> told(Caller caller, Collection<UUID> people) {
        List<UUID> all = new ArrayList<>(people);
        all.add(caller.userId());
        Set<UUID> off = readReceipts.off(all);
        return off.contains(caller.userId()) ? userId -> false : userId -> !off.contains(userId);
    }
}
