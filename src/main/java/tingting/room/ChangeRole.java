package tingting.room;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;

/// Gives a member another role. Owners only; a group keeps at least one owner.
record ChangeRole(UUID roomId, Caller caller, UUID userId, Role role) implements Change<Long> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
        batch.announce(roomId, userId);
    }

    @Override
    public Long decide(Batch batch) throws SQLException {
        MemberState by = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        MemberState member = batch.member(roomId, userId).orElseThrow(Problem::notFound);
        if (room.kind() == RoomKind.DIRECT || by.role() != Role.OWNER) {
            throw Problem.forbidden("Only an owner changes roles.");
        }
        if (member.role() == role) {
            return room.rev();
        }
        if (member.role() == Role.OWNER
                && MemberStore.owners(batch.transaction().handle(), roomId) == 1) {
            throw Problem.conflict("A room needs an owner: make somebody else owner first.");
        }
        return set(batch, room, userId, role, caller.userId());
    }

    static long set(Batch batch, RoomState room, UUID userId, Role role, UUID by) throws SQLException {
        long rev = room.nextRev();
        MemberStore.setRole(batch.transaction().handle(), room.id(), userId, role);
        batch.member(room.id(), userId).orElseThrow().role(role);
        ChangeLog.of(batch)
                .add(
                        new RoomEvent(room.id(), rev, new RoomEvent.MemberRole(userId, role.wire(), by)),
                        null,
                        userId,
                        Map.of("role", role.wire(), "by", by));
        return rev;
    }
}
