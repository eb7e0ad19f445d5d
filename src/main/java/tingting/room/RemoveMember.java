package tingting.room;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// Ends a membership: one's own (leaving), or that of somebody whose role is lower. Leaving a direct room hides it
/// until its next message. A group is never left without an owner while somebody is in it.
record RemoveMember(UUID roomId, Caller caller, UUID userId) implements Change<Long> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
        batch.announce(roomId, userId);
    }

    @Override
    public Long decide(Batch batch) throws SQLException {
        MemberState by = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        boolean leaving = userId.equals(caller.userId());
        MemberState member = batch.member(roomId, userId).orElseThrow(Problem::notFound);
        if (!leaving && (room.kind() == RoomKind.DIRECT || !by.role().above(member.role()))) {
            throw Problem.forbidden("Your role does not allow removing this person.");
        }
        if (room.kind() == RoomKind.DIRECT) {
            member.hide();
            MemberStore.raiseUserRev(batch.transaction().handle(), List.of(userId));
            batch.tell(new UserEvent(userId, new UserEvent.RoomRemoved(roomId)));
            return room.rev();
        }
        if (member.role() == Role.OWNER) {
            passOwnershipOn(batch, room);
        }
        return remove(batch, room, member);
    }

    private void passOwnershipOn(Batch batch, RoomState room) throws SQLException {
        Handle handle = batch.transaction().handle();
        if (MemberStore.owners(handle, roomId) > 1) {
            return;
        }
        var successor = MemberStore.successor(handle, roomId, userId);
        if (successor.isPresent()) {
            ChangeRole.set(batch, room, successor.get(), Role.OWNER, caller.userId());
        }
    }

    private long remove(Batch batch, RoomState room, MemberState member) {
        Handle handle = batch.transaction().handle();
        long rev = room.nextRev();
        MemberStore.delete(handle, roomId, userId);
        MemberStore.raiseUserRev(handle, List.of(userId));
        batch.remove(member);
        var body = new RoomEvent.MemberLeft(userId, caller.userId());
        ChangeLog.of(batch)
                .add(
                        new RoomEvent(roomId, rev, body, Set.of(), Set.of(userId)),
                        null,
                        userId,
                        Map.of("by", caller.userId()));
        batch.tell(new UserEvent(userId, new UserEvent.RoomRemoved(roomId)));
        return rev;
    }
}
