package tingting.room;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// Finds or makes the one direct room of a pair. Two that ask at once meet at the unique `direct_key`: the one who
/// came second is run again and finds the room of the first.
///
/// @param roomId for the room if it is to be made
record OpenDirect(UUID roomId, Caller caller, UUID otherId) implements Change<Rooms.Direct> {

    @Override
    public void announce(Batch batch) {
        // which room it will be is known only inside
    }

    @Override
    public Rooms.Direct decide(Batch batch) throws SQLException {
        Handle handle = batch.transaction().handle();
        Pair pair = Pair.of(caller.userId(), otherId);
        if (MemberStore.active(handle, List.of(otherId)).isEmpty()) {
            throw Problem.notFound();
        }
        Optional<UUID> existing = RoomStore.direct(handle, pair);
        if (existing.isPresent()) {
            return reopen(batch, existing.get());
        }
        if (!MemberStore.blocked(handle, caller.userId(), List.of(otherId)).isEmpty()) {
            throw Problem.of(ErrorCode.BLOCKED, "You cannot write to this person.");
        }
        if (!MemberStore.closedTo(handle, caller.userId(), List.of(otherId)).isEmpty()) {
            throw Problem.forbidden("This person takes messages from friends only.");
        }
        return create(batch, pair);
    }

    private Rooms.Direct reopen(Batch batch, UUID existing) {
        int shown = batch.transaction()
                .handle()
                .createUpdate(
                        "UPDATE tb_user_room SET hidden = FALSE WHERE room_id = :room AND user_id = :user AND hidden")
                .bind("room", existing)
                .bind("user", caller.userId())
                .execute();
        if (shown > 0) {
            MemberStore.raiseUserRev(batch.transaction().handle(), List.of(caller.userId()));
            batch.tell(new UserEvent(caller.userId(), new UserEvent.RoomAdded(existing)));
        }
        return new Rooms.Direct(existing, false);
    }

    private Rooms.Direct create(Batch batch, Pair pair) {
        Handle handle = batch.transaction().handle();
        Set<UUID> both = Set.of(caller.userId(), otherId);
        RoomState room = RoomState.born(roomId, RoomKind.DIRECT, pair);
        RoomStore.insertDirect(handle, room, pair, caller.userId(), batch.now());
        batch.add(room);
        both.forEach(userId -> MemberStore.insert(handle, room, userId, Role.MEMBER, batch.now()));
        MemberStore.raiseUserRev(handle, both);
        batch.tell(RoomEvent.created(roomId, both));
        both.forEach(userId -> batch.tell(new UserEvent(userId, new UserEvent.RoomAdded(roomId))));
        return new Rooms.Direct(roomId, true);
    }
}
