package tingting.message;

import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.UserEvent;
import tingting.room.Batch;
import tingting.room.Change;

/// Changes somebody's own view of a room. It takes no number, for nobody else sees it; it goes through the journal so
/// that one's devices hear of such changes in the order in which they stand.
record ChangeView(UUID roomId, Caller caller, Inbox.Patch patch) implements Change<UserEvent.RoomView> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
    }

    @Override
    public UserEvent.RoomView decide(Batch batch) throws SQLException {
        batch.require(roomId, caller.userId());
        Handle handle = batch.transaction().handle();
        ConversationStore.patch(handle, caller.userId(), roomId, patch);
        RoomPositions.raiseUserRev(handle, caller.userId());
        UserEvent.RoomView view = ConversationStore.view(handle, caller.userId(), roomId);
        batch.tell(new UserEvent(caller.userId(), view));
        return view;
    }
}
