package tingting.room;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Who asks to join a room: owners and admins accept or decline.
public final class JoinRequests {
    private final Database database;
    private final Journal journal;

    public JoinRequests(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /// Those that wait, the longest-waiting first. Blocks.
    ///
    /// @throws Problem `forbidden` for plain members, `not_found` for outsiders
    public List<JoinRequest> list(Caller caller, UUID roomId) {
        return database.read(handle -> {
            Joining.requireAdministrator(handle, caller, roomId);
            return JoinRequestStore.list(handle, roomId);
        });
    }

    /// Lets somebody in who asked. The answer is the room's rev afterwards.
    public CompletableFuture<Long> accept(Caller caller, UUID roomId, UUID userId) {
        return journal.submit(new AcceptJoinRequest(roomId, caller, userId));
    }

    /// Sends somebody away who asked: it is as if they had not. They may ask again. Blocks.
    ///
    /// @throws Problem `not_found` when they do not ask, `forbidden` for plain members
    public void decline(Caller caller, UUID roomId, UUID userId) {
        database.run(handle -> {
            Joining.requireAdministrator(handle, caller, roomId);
            if (!JoinRequestStore.delete(handle, roomId, userId)) {
                throw Problem.notFound();
            }
        });
    }
}
