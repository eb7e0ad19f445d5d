package tingting.message;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.Text;
import tingting.room.Journal;

/// What somebody has begun to write, one a room: it follows them to their other devices, which hear of each change.
/// The last one saved stands. The client deletes it when it sends it; a membership takes it along. Never blocks.
public final class Drafts {
    private final Journal journal;
    private final int maxContent;

    /// @param maxContent longest content, in characters
    public Drafts(Journal journal, int maxContent) {
        this.journal = journal;
        this.maxContent = maxContent;
    }

    /// Keeps a draft, or deletes it when nothing is written; the answer is what stands afterwards. Saving the same
    /// again tells nobody.
    ///
    /// @throws Problem `invalid_request`; from the answer `not_found`, for an outsider
    public CompletableFuture<Optional<SavedDraft>> save(
            Caller caller, UUID roomId, String content, @Nullable UUID replyTo) {
        if (content.codePointCount(0, content.length()) > maxContent) {
            throw Problem.invalidField("content", "must be at most " + maxContent + " characters");
        }
        Text.requireStorable("content", content);
        return journal.submit(new KeepDraft(roomId, caller, content, replyTo));
    }

    /// Gives a draft up; nothing changes when there is none.
    ///
    /// @throws Problem as [#save]
    public CompletableFuture<Optional<SavedDraft>> delete(Caller caller, UUID roomId) {
        return save(caller, roomId, "", null);
    }
}
