package tingting.gateway.socket;

import java.util.concurrent.CompletableFuture;
import tingting.limits.Pace;
import tingting.limits.Pace.Work;
import tingting.live.Live;
import tingting.message.Messages;
import tingting.message.Signals;
import tingting.message.Unreads;
import tingting.presence.Presences;
import tingting.presence.Status;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.room.Rooms;
import tingting.web.Fields;

/// What native sockets can ask for: this table and the classes that it names.
public final class NativeVerbs {
    private final SendMessage sendMessage;
    private final MessageVerbs messageVerbs;
    private final Unreads unreads;
    private final Presences presences;
    private final Watch watch;
    private final Signals signals;
    private final Pace pace;

    public NativeVerbs(
            Messages messages,
            MessageVerbs messageVerbs,
            Rooms rooms,
            Unreads unreads,
            Presences presences,
            Signals signals,
            Ids ids,
            Pace pace) {
        this.sendMessage = new SendMessage(messages, rooms, ids);
        this.messageVerbs = messageVerbs;
        this.unreads = unreads;
        this.presences = presences;
        this.watch = new Watch(presences);
        this.signals = signals;
        this.pace = pace;
    }

    Watch watch() {
        return watch;
    }

    /// `ping` and the first `auth` need no table.
    Verbs table(SignIn signIn, Live live) {
        Verbs verbs = new Verbs(pace);
        messageVerbs.addTo(verbs);
        return verbs.quick("send_message", Work.SEND, sendMessage)
                .quick("typing", this::typing)
                .blocking("read", this::read)
                .blocking("delivered", this::delivered)
                .quick("presence", this::presence)
                .quick("watch", watch)
                .quick("auth", NativeVerbs::authAgain)
                .resume(new Resume(signIn, live));
    }

    private CompletableFuture<?> typing(Client client, Fields data) {
        var roomId = client.room(data);
        boolean typing = data.flag("is_typing");
        if (!client.connection().isIn(roomId)) {
            throw Problem.notFound();
        }
        return signals.typing(client.caller(), roomId, typing).thenCompose(told -> Verbs.DONE);
    }

    record Unread(long unread) {}

    private CompletableFuture<?> read(Client client, Fields data) {
        return CompletableFuture.completedFuture(
                new Unread(unreads.read(client.caller(), client.room(data), data.number("seq", 0, Long.MAX_VALUE))));
    }

    private CompletableFuture<?> delivered(Client client, Fields data) {
        return CompletableFuture.completedFuture(new Unread(
                unreads.delivered(client.caller(), client.room(data), data.number("seq", 0, Long.MAX_VALUE))));
    }

    private CompletableFuture<?> presence(Client client, Fields data) {
        Status status = Status.parse(data.string("status"))
                .orElseThrow(() -> Problem.invalidField("status", "must be online, away, busy or invisible"));
        presences.say(client.caller().userId(), status);
        return Verbs.DONE;
    }

    /// A socket lives as long as its session: there is nothing to renew, and nobody else to become.
    private static CompletableFuture<?> authAgain(Client client, Fields data) {
        throw Problem.invalid("This socket is signed in already.");
    }
}
