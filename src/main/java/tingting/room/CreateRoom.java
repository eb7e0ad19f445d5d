package tingting.room;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// Makes a group or a channel with its first members. Its first members are no changes of it.
record CreateRoom(UUID roomId, Caller caller, RoomDraft draft) implements Change<UUID> {
    @Override
    public void announce(Batch batch) {
        // the room is not there yet: nothing to read ahead
    }

    @Override
    public UUID decide(Batch batch) {
        Handle handle = batch.transaction().handle();
        Set<UUID> invited = new LinkedHashSet<>(draft.memberIds());
        invited.remove(caller.userId());
        checkInvited(handle, caller.userId(), invited);

        RoomState room = RoomState.born(roomId, draft.kind(), null);
        RoomStore.insert(handle, room, draft, caller.userId(), batch.now());
        batch.add(room);
        MemberStore.insert(handle, room, caller.userId(), Role.OWNER, batch.now());
        invited.forEach(userId -> MemberStore.insert(handle, room, userId, Role.MEMBER, batch.now()));
        Set<UUID> everybody = new LinkedHashSet<>(invited);
        everybody.add(caller.userId());
        MemberStore.raiseUserRev(handle, everybody);

        batch.tell(RoomEvent.created(roomId, everybody));
        everybody.forEach(userId -> batch.tell(new UserEvent(userId, new UserEvent.RoomAdded(roomId))));
        return roomId;
    }

    /// Who is invited must exist, be active, neither block the inviter nor be blocked by them, and let them.
    static void checkInvited(Handle handle, UUID inviter, Set<UUID> invited) {
        if (invited.isEmpty()) {
            return;
        }
        if (!MemberStore.active(handle, invited).containsAll(invited)) {
            throw Problem.notFound();
        }
        if (!MemberStore.blocked(handle, inviter, invited).isEmpty()) {
            throw Problem.of(ErrorCode.BLOCKED, "One of these people cannot be invited by you.");
        }
        if (!MemberStore.closedTo(handle, inviter, invited).isEmpty()) {
            throw Problem.forbidden("One of these people is invited by friends only.");
        }
    }
}
