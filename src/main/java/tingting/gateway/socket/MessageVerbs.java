package tingting.gateway.socket;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tingting.limits.Pace.Work;
import tingting.message.ChangeReceipt;
import tingting.message.Draft;
import tingting.message.Drafts;
import tingting.message.Edits;
import tingting.message.Pins;
import tingting.message.Reactions;
import tingting.message.Recalls;
import tingting.protocol.Caller;
import tingting.web.Fields;

/// What native sockets can ask for with messages that are there, which have to be looked up first, and with those that
/// are still being written.
public final class MessageVerbs {
    private final Edits edits;
    private final Recalls recalls;
    private final Reactions reactions;
    private final Pins pins;
    private final SaveDraft saveDraft;

    public MessageVerbs(Edits edits, Recalls recalls, Reactions reactions, Pins pins, Drafts drafts) {
        this.edits = edits;
        this.recalls = recalls;
        this.reactions = reactions;
        this.pins = pins;
        this.saveDraft = new SaveDraft(drafts);
    }

    void addTo(Verbs verbs) {
        verbs.blocking("edit_message", Work.WRITE, this::edit)
                .blocking("recall", Work.WRITE, (client, data) -> recalls.recall(client.caller(), message(data)))
                .blocking("react", Work.WRITE, (client, data) -> react(client, data, "reaction_type", "emoji"))
                .blocking("reaction", Work.WRITE, (client, data) -> react(client, data, "emoji", "reaction_type"))
                .blocking("pin", Work.WRITE, (client, data) -> pins.pin(client.caller(), message(data)))
                .blocking("unpin", Work.WRITE, (client, data) -> pins.unpin(client.caller(), message(data)))
                .quick("draft", Work.WRITE, saveDraft);
    }

    private CompletionStage<ChangeReceipt> edit(Client client, Fields data) {
        List<UUID> mentions = data.has("mentions") ? List.copyOf(data.ids("mentions", Draft.MENTIONS)) : null;
        return edits.edit(client.caller(), message(data), data.string("content"), mentions);
    }

    /// Both names of the verb take both names of the field; what is missing is named as the verb calls it.
    private CompletionStage<ChangeReceipt> react(Client client, Fields data, String field, String otherField) {
        Caller caller = client.caller();
        String emoji = data.optionalString(otherField).orElseGet(() -> data.string(field));
        return data.optionalFlag("remove").orElse(false)
                ? reactions.remove(caller, message(data), emoji)
                : reactions.add(caller, message(data), emoji);
    }

    private static UUID message(Fields data) {
        return data.id("message_id");
    }
}
