package tingting.moderation;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import tingting.account.AccountStanding;
import tingting.account.StandingStore;
import tingting.message.ChangeReceipt;
import tingting.message.Recalls;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.Problem;

/// Messages that those in charge take out of rooms: recalls like any other, through the journal.
public final class Removals {
    private final Recalls recalls;
    private final Audit audit;
    private final Reports reports;
    private final StandingStore standings = new StandingStore();

    public Removals(Recalls recalls, Audit audit, Reports reports) {
        this.recalls = recalls;
        this.audit = audit;
        this.reports = reports;
    }

    /// Takes a message out, whichever room it is in, and resolves what was reported of it. Blocks for a moment;
    /// answers when it is durable, with a [Problem]: `forbidden` for what the caller's role does not allow,
    /// `not_found` for no message.
    ///
    /// @param address of the caller's device
    public CompletableFuture<ChangeReceipt> remove(Caller caller, String address, UUID messageId) {
        return recalls.remove(caller.userId(), messageId, new OfOffice(new Agent.Person(caller, address)));
    }

    private final class OfOffice implements Recalls.Removal {
        private final Agent agent;

        OfOffice(Agent agent) {
            this.agent = agent;
        }

        @Override
        public void check(Handle handle, Message message) {
            Office office = Office.require(handle, agent, Power.REMOVE_MESSAGES);
            AccountStanding sender = standings.find(handle, message.userId()).orElseThrow(Problem::notFound);
            office.requireOver(sender.role());
        }

        @Override
        public void record(Handle handle, Message message) {
            Map<String, String> words = Map.of("room_id", message.roomId().toString());
            audit.record(
                    handle,
                    agent,
                    new Act(AuditAction.MESSAGE_REMOVED, message.userId(), message.messageId(), null, words));
            reports.resolveAbout(handle, agent, message);
        }
    }
}
