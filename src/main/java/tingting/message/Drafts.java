package tingting.message;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.Text;
import tingting.protocol.UserEvent;

/// What somebody has begun to write, one a room: it follows them to their other devices, which hear of each change.
/// The last one saved stands. The client deletes it when it sends it; a membership takes it along. All calls block.
public final class Drafts {
    private final Database database;
    private final Bus bus;
    private final InstantSource clock;
    private final int maxContent;

    /// @param maxContent longest content, in characters
    public Drafts(Database database, Bus bus, InstantSource clock, int maxContent) {
        this.database = database;
        this.bus = bus;
        this.clock = clock;
        this.maxContent = maxContent;
    }

    /// Keeps a draft, or deletes it when nothing is written; what stands afterwards. Saving the same again tells
    /// nobody.
    ///
    /// @throws Problem `not_found` for an outsider
    public Optional<SavedDraft> save(Caller caller, UUID roomId, String content, @Nullable UUID replyTo) {
        if (content.isBlank()) {
            delete(caller, roomId);
            return Optional.empty();
        }
        if (content.codePointCount(0, content.length()) > maxContent) {
            throw Problem.invalidField("content", "must be at most " + maxContent + " characters");
        }
        Text.requireStorable("content", content);
        SavedDraft draft = new SavedDraft(content, replyTo, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        SavedDraft stands = database.write(handle -> keep(handle, caller, roomId, draft));
        if (stands == draft) {
            tell(caller, new UserEvent.Draft(roomId, content, replyTo, draft.updatedAt()));
        }
        return Optional.of(stands);
    }

    private static SavedDraft keep(Handle handle, Caller caller, UUID roomId, SavedDraft draft) {
        requireMember(handle, caller, roomId);
        Optional<SavedDraft> before = DraftStore.find(handle, caller.userId(), roomId)
                .filter(kept -> kept.says(draft.content(), draft.replyTo()));
        if (before.isPresent()) {
            return before.get();
        }
        DraftStore.put(handle, caller.userId(), roomId, draft);
        RoomPositions.raiseUserRev(handle, caller.userId());
        return draft;
    }

    /// Gives a draft up; nothing changes when there is none.
    ///
    /// @throws Problem `not_found` for an outsider
    public void delete(Caller caller, UUID roomId) {
        boolean deleted = database.write(handle -> {
            requireMember(handle, caller, roomId);
            boolean was = DraftStore.delete(handle, caller.userId(), roomId);
            if (was) {
                RoomPositions.raiseUserRev(handle, caller.userId());
            }
            return was;
        });
        if (deleted) {
            tell(caller, new UserEvent.Draft(roomId, null, null, null));
        }
    }

    private static void requireMember(Handle handle, Caller caller, UUID roomId) {
        if (RoomPositions.of(handle, caller.userId(), roomId).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private void tell(Caller caller, UserEvent.Body body) {
        bus.publish(new UserEvent(caller.userId(), body));
    }
}
