package tingting.room;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;

/// Changes a group's name, topic, picture or rules; of a direct room both people may set how long messages live. A
/// patch that changes nothing takes no number.
record UpdateRoom(UUID roomId, Caller caller, RoomPatch patch) implements Change<Long> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
    }

    @Override
    public Long decide(Batch batch) throws SQLException {
        MemberState by = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        checkAllowed(batch, room, by);
        Handle handle = batch.transaction().handle();
        RoomEvent.RoomUpdated old = RoomStore.profile(handle, roomId, caller.userId());
        RoomEvent.RoomUpdated changed = new RoomEvent.RoomUpdated(
                patch.name() == null ? old.name() : patch.name(),
                patched(patch.topic(), old.topic()),
                patched(patch.avatarUrl(), old.avatarUrl()),
                patch.history() == null ? old.history() : patch.history(),
                patch.slowModeSeconds() == null ? old.slowModeSeconds() : patch.slowModeSeconds(),
                patched(patch.messageTtlSeconds(), old.messageTtlSeconds()),
                patch.joinApproval() == null ? old.joinApproval() : patch.joinApproval(),
                caller.userId());
        if (changed.equals(old)) {
            return room.rev();
        }
        RoomStore.update(handle, roomId, changed);
        room.pace(Pace.of(changed.slowModeSeconds(), changed.messageTtlSeconds()));
        long rev = room.nextRev();
        ChangeLog.of(batch).add(new RoomEvent(roomId, rev, changed), null, caller.userId(), Map.of());
        return rev;
    }

    private void checkAllowed(Batch batch, RoomState room, MemberState by) throws SQLException {
        Pair pair = room.pair();
        if (pair == null) {
            if (!by.role().above(Role.MEMBER)) {
                throw Problem.forbidden("Only the owner and admins change a group.");
            }
        } else if (!patch.concernsLifeOnly()) {
            throw Problem.forbidden("Of a direct room only the life of its messages can be set.");
        } else if (batch.blocked(pair)) {
            throw Problem.of(ErrorCode.BLOCKED, "There is a block between the two of you.");
        }
    }

    private static <T> @Nullable T patched(@Nullable Optional<T> patch, @Nullable T old) {
        return patch == null ? old : patch.orElse(null);
    }
}
