package tingting.room;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// How somebody becomes a member of a group or channel, whoever let them in: one change of the room.
final class Joining {
    private Joining() {}

    /// @throws Problem `forbidden` for plain members and in direct rooms, `not_found` for outsiders
    static void requireAdministrator(Handle handle, Caller caller, UUID roomId) {
        Role role = MemberStore.role(handle, roomId, caller.userId()).orElseThrow(Problem::notFound);
        if (!role.above(Role.MEMBER)) {
            throw Problem.forbidden("Only the owner and admins of a group decide who joins.");
        }
    }

    /// Lets in somebody who is no member and may be one.
    ///
    /// @param by who added or accepted them; themselves when they came by an invite
    static void join(Batch batch, RoomState room, UUID userId, UUID by) {
        Handle handle = batch.transaction().handle();
        long rev = room.nextRev();
        MemberStore.insert(handle, room, userId, Role.MEMBER, batch.now());
        JoinRequestStore.delete(handle, room.id(), userId);
        MemberStore.raiseUserRev(handle, List.of(userId));
        batch.joined(room.id(), userId);
        // first of all: a client should know of the room before it hears of its changes
        batch.tell(new UserEvent(userId, new UserEvent.RoomAdded(room.id())));
        var body = new RoomEvent.MemberJoined(userId, Role.MEMBER.wire(), batch.now(), by);
        ChangeLog.of(batch)
                .add(
                        RoomEvent.joined(room.id(), rev, body, MemberStore.visibleFrom(handle, room.id(), userId)),
                        null,
                        userId,
                        Map.of("role", Role.MEMBER.wire(), "by", by));
    }
}
