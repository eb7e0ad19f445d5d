package tingting.media;

import java.io.IOException;
import java.util.UUID;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Gives files to who may see them. Every fetch is decided anew: membership, what of the history a member sees, and
/// whether the message still stands. Safe from any thread; every call blocks.
public final class Downloads {
    private final Database database;
    private final Storage storage;
    private final Links links;

    public Downloads(Database database, Storage storage, Links links) {
        this.database = database;
        this.storage = storage;
        this.links = links;
    }

    /// @throws Problem `not_found`, also when the caller may not see it
    public KeptFile find(Caller caller, UUID fileId) {
        return database.read(handle -> FileStore.visible(handle, caller.userId(), fileId))
                .orElseThrow(Problem::notFound);
    }

    /// Some of a file's bytes.
    public Storage.Part open(KeptFile file, long offset, long length) throws IOException {
        return storage.open(file.hash(), offset, length);
    }

    /// A link to a file that the caller can see.
    ///
    /// @throws Problem `not_found`
    public Link link(Caller caller, UUID fileId) {
        return links.make(caller, find(caller, fileId));
    }
}
