package tingting.room;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Adds people to a group or channel, one change each. Who is a member already is passed over.
record AddMembers(UUID roomId, Caller caller, Set<UUID> userIds) implements Change<Integer> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
    }

    @Override
    public Integer decide(Batch batch) throws SQLException {
        MemberState by = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        if (room.kind() == RoomKind.DIRECT || !by.role().above(Role.MEMBER)) {
            throw Problem.forbidden("Only the owner and admins of a group add people.");
        }
        Set<UUID> added = new LinkedHashSet<>();
        for (UUID userId : userIds) {
            if (batch.member(roomId, userId).isEmpty()) {
                added.add(userId);
            }
        }
        Handle handle = batch.transaction().handle();
        CreateRoom.checkInvited(handle, caller.userId(), added);
        for (UUID userId : added) {
            Joining.join(batch, room, userId, caller.userId());
        }
        return added.size();
    }
}
