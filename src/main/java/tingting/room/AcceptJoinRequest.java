package tingting.room;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Lets somebody in who asked to join.
record AcceptJoinRequest(UUID roomId, Caller caller, UUID userId) implements Change<Long> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
        batch.announce(roomId, userId);
    }

    @Override
    public Long decide(Batch batch) throws SQLException {
        MemberState by = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        if (!by.role().above(Role.MEMBER)) {
            throw Problem.forbidden("Only the owner and admins of a group decide who joins.");
        }
        Handle handle = batch.transaction().handle();
        // joining ends the request: who is a member has none
        if (!JoinRequestStore.has(handle, roomId, userId)) {
            throw Problem.notFound();
        }
        CreateRoom.checkInvited(handle, caller.userId(), Set.of(userId));
        Joining.join(batch, room, userId, caller.userId());
        return room.rev();
    }
}
