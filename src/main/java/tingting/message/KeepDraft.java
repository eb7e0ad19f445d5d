package tingting.message;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;
import tingting.protocol.UserEvent;
import tingting.room.Batch;
import tingting.room.Change;

/// Keeps what somebody has begun to write, or gives it up. It takes no number, for nobody else sees it; it goes through
/// the journal so that one's devices hear of drafts in the order in which they stand.
///
/// @param content blank to give it up
record KeepDraft(
        UUID roomId,
        Caller caller,
        String content,
        @Nullable UUID replyTo) implements Change<Optional<SavedDraft>> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
    }

    @Override
    public Optional<SavedDraft> decide(Batch batch) throws SQLException {
        batch.require(roomId, caller.userId());
        if (content.isBlank()) {
            giveUp(batch);
            return Optional.empty();
        }
        return Optional.of(keep(batch));
    }

    private void giveUp(Batch batch) {
        if (DraftStore.delete(batch.transaction().handle(), caller.userId(), roomId)) {
            tell(batch, new UserEvent.Draft(roomId, null, null, null));
        }
    }

    private SavedDraft keep(Batch batch) {
        Handle handle = batch.transaction().handle();
        Optional<SavedDraft> before =
                DraftStore.find(handle, caller.userId(), roomId).filter(kept -> kept.says(content, replyTo));
        if (before.isPresent()) {
            return before.get();
        }
        SavedDraft draft = new SavedDraft(content, replyTo, batch.now());
        DraftStore.put(handle, caller.userId(), roomId, draft);
        tell(batch, new UserEvent.Draft(roomId, content, replyTo, draft.updatedAt()));
        return draft;
    }

    private void tell(Batch batch, UserEvent.Body body) {
        RoomPositions.raiseUserRev(batch.transaction().handle(), caller.userId());
        batch.tell(new UserEvent(caller.userId(), body));
    }
}
