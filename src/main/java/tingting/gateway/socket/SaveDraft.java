package tingting.gateway.socket;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tingting.message.Drafts;
import tingting.message.SavedDraft;
import tingting.web.Fields;

/// `draft`: keeps what somebody has begun to write, or deletes it when nothing is written.
final class SaveDraft implements Verb {
    /// @param updatedAt null when it was deleted
    record Saved(@Nullable Instant updatedAt) {}

    private final Drafts drafts;

    SaveDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public CompletionStage<Saved> take(Client client, Fields data) {
        UUID replyTo = data.optionalId("reply_to").orElse(null);
        return drafts.save(client.caller(), client.room(data), data.string("content"), replyTo)
                .thenApply(draft -> new Saved(draft.map(SavedDraft::updatedAt).orElse(null)));
    }
}
