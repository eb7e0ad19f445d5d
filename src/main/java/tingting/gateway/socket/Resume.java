package tingting.gateway.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tingting.live.Live;
import tingting.live.Payload;
import tingting.message.RoomPosition;
import tingting.message.Standing;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.web.Fields;

/// `resume`: a returning client says how far it has come, and gets what it missed. Where that cannot be replayed it
/// is told so, room by room; in the end there is always one `resumed`.
final class Resume implements Verb {
    /// A room that is further behind is fetched anew: that is cheaper for both sides.
    private static final long REPLAYED_MOST = 500;

    private final SignIn signIn;
    private final Live live;

    Resume(SignIn signIn, Live live) {
        this.signIn = signIn;
        this.live = live;
    }

    record Resumed(int rooms, int events) {}

    @Override
    public CompletionStage<?> take(Client client, Fields data) {
        boolean sameEpoch = data.string("epoch").equals(signIn.epoch());
        long userRev = data.number("user_rev", 0, Long.MAX_VALUE);
        Map<UUID, Long> known = revs(data);
        Hold hold = client.connection().lane().call(client::keepHold).join();
        // after the hold a replay would cross live events: rooms that moved are reset instead
        Standing standing = hold == null ? signIn.standing(client) : hold.standing();
        Map<UUID, Long> missing = new HashMap<>(known);
        int rooms = 0;
        int events = 0;
        for (RoomPosition position : standing.rooms()) {
            Long rev = position.hidden() ? null : missing.remove(position.roomId());
            if (rev == null) {
                continue;
            }
            if (sameEpoch && (hold == null ? rev == position.rev() : replayable(rev, position))) {
                events += hold == null ? 0 : live.replay(client.connection(), position.roomId(), rev, position.rev());
                rooms++;
            } else {
                send(client, Answers.reset(position.roomId(), position.rev(), position.lastSeq()));
            }
        }
        missing.keySet().forEach(left -> send(client, Answers.roomRemoved(left)));
        if (userRev != standing.userRev()) {
            send(client, Answers.reset(standing.userRev()));
        }
        Payload resumed = Answers.frame(null, "resumed", new Resumed(rooms, events));
        client.connection().lane().execute(() -> {
            client.send(resumed);
            client.release();
        });
        return Verbs.DONE;
    }

    /// How far the client has come, by room.
    private static Map<UUID, Long> revs(Fields data) {
        if (!(data.object().path("rooms") instanceof ObjectNode rooms)) {
            throw Problem.invalidField("rooms", "must be an object of room_id: rev");
        }
        Fields fields = new Fields(rooms);
        Map<UUID, Long> revs = new HashMap<>();
        rooms.fieldNames().forEachRemaining(name -> {
            UUID roomId = Ids.parse(name).orElseThrow(() -> Problem.invalidField("rooms", "has a key that is no id"));
            revs.put(roomId, fields.number(name, 0, Long.MAX_VALUE));
        });
        return revs;
    }

    /// Neither ahead of the server, nor too far behind, nor before the member's join.
    private static boolean replayable(long rev, RoomPosition position) {
        return rev <= position.rev() && position.rev() - rev <= REPLAYED_MOST && rev >= position.joinedRev() - 1;
    }

    private static void send(Client client, Payload payload) {
        client.connection().lane().execute(() -> client.send(payload));
    }
}
