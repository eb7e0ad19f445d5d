package tingting.room;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// Adds people to a group or channel, one change each. Who is a member already is passed over.
record AddMembers(UUID roomId, Caller caller, Set<UUID> userIds) implements Change<Long> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
    }

    @Override
    public Long decide(Batch batch) throws SQLException {
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
            join(batch, room, userId);
        }
        return room.rev();
    }

    private void join(Batch batch, RoomState room, UUID userId) {
        Handle handle = batch.transaction().handle();
        long rev = room.nextRev();
        MemberStore.insert(handle, room, userId, Role.MEMBER, batch.now());
        MemberStore.raiseUserRev(handle, List.of(userId));
        batch.add(MemberState.joining(room, userId));
        // first of all: a client should know of the room before it hears of its changes
        batch.tell(new UserEvent(userId, new UserEvent.RoomAdded(roomId)));
        var body = new RoomEvent.MemberJoined(userId, Role.MEMBER.wire(), batch.now(), caller.userId());
        ChangeLog.of(batch)
                .add(
                        new RoomEvent(roomId, rev, body, Set.of(userId), Set.of()),
                        null,
                        userId,
                        Map.of("role", Role.MEMBER.wire(), "by", caller.userId()));
    }
}
