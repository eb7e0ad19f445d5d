package tingting.room;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// Follows an invite. The use is counted here, with the room locked: however many come at once, no more are let in
/// than the invite allows. Where an admin has to accept, asking is the use: accepting is never too late for it.
record JoinByInvite(UUID roomId, Caller caller, String code) implements Change<Admission> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
    }

    @Override
    public Admission decide(Batch batch) throws SQLException {
        RoomState room = batch.room(roomId).orElseThrow(Problem::notFound);
        if (batch.member(roomId, caller.userId()).isPresent()) {
            return new Admission.Joined(roomId);
        }
        Handle handle = batch.transaction().handle();
        boolean approval = RoomStore.profile(handle, roomId, caller.userId()).joinApproval();
        if (approval && JoinRequestStore.has(handle, roomId, caller.userId())) {
            return new Admission.Requested(roomId);
        }
        checkInvited(handle);
        if (!InviteStore.use(handle, code, batch.now())) {
            throw Problem.notFound();
        }
        if (approval) {
            return request(batch);
        }
        Joining.join(batch, room, caller.userId(), caller.userId());
        return new Admission.Joined(roomId);
    }

    private void checkInvited(Handle handle) {
        Invite invite = InviteStore.find(handle, code).orElseThrow(Problem::notFound);
        Invites.requireOpen(handle, caller, invite);
        if (MemberStore.active(handle, List.of(caller.userId())).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private Admission request(Batch batch) {
        Handle handle = batch.transaction().handle();
        JoinRequestStore.insert(handle, roomId, caller.userId(), code, batch.now());
        MemberStore.administrators(handle, roomId)
                .forEach(admin -> batch.tell(new UserEvent(admin, new UserEvent.JoinRequest(roomId, caller.userId()))));
        return new Admission.Requested(roomId);
    }
}
