package tingting.room;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// Ends a group or channel for everybody: all memberships end with its last change. Owners only.
record DeleteRoom(UUID roomId, Caller caller) implements Change<Long> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
    }

    @Override
    public Long decide(Batch batch) throws SQLException {
        MemberState by = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        if (room.kind() == RoomKind.DIRECT || by.role() != Role.OWNER) {
            throw Problem.forbidden("Only an owner deletes a group.");
        }
        Handle handle = batch.transaction().handle();
        Set<UUID> members = new LinkedHashSet<>(MemberStore.userIds(handle, roomId));
        long rev = room.nextRev();
        room.delete();
        MemberStore.deleteAll(handle, roomId);
        JoinRequestStore.deleteAll(handle, roomId);
        MemberStore.raiseUserRev(handle, members);
        var body = new RoomEvent.MemberLeft(caller.userId(), caller.userId());
        ChangeLog.of(batch)
                .add(
                        new RoomEvent(roomId, rev, body, Set.of(), members),
                        null,
                        caller.userId(),
                        Map.of("by", caller.userId(), "left", members));
        members.forEach(userId -> batch.tell(new UserEvent(userId, new UserEvent.RoomRemoved(roomId))));
        return rev;
    }
}
