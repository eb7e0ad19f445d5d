package tingting.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tingting.live.Arrival;
import tingting.live.CloseCode;
import tingting.live.Connection;
import tingting.live.Dialect;
import tingting.live.Live;
import tingting.live.Payload;
import tingting.message.RoomPosition;
import tingting.message.Standing;
import tingting.message.Unreads;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.web.Authenticator;

/// From an access token to a client that has got its `ready`. Blocks: runs on virtual threads.
public final class SignIn {
    /// How many are signed in at a time: when everybody reconnects at once the others wait their turn here, where it
    /// costs nothing, instead of being refused by a full queue of the database and coming again.
    private static final int AT_ONCE = 64;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Live live;
    private final Dialect dialect;
    private final Authenticator authenticator;
    private final Unreads unreads;
    private final String epoch;
    private final InstantSource clock;

    /// @param epoch identity of the database
    public SignIn(
            Live live,
            Dialect dialect,
            Authenticator authenticator,
            Unreads unreads,
            String epoch,
            InstantSource clock) {
        this.live = live;
        this.dialect = dialect;
        this.authenticator = authenticator;
        this.unreads = unreads;
        this.epoch = epoch;
        this.clock = clock;
    }

    String epoch() {
        return epoch;
    }

    /// Where the client's user stands now.
    Standing standing(Client client) {
        return read(client.caller().userId(), client.binding());
    }

    /// Signs the client in or closes its socket.
    void run(Client client, String token, @Nullable JsonNode id) {
        turns.acquireUninterruptibly();
        try {
            arrive(client, token, id);
        } catch (Problem problem) {
            close(
                    client,
                    problem.code() == ErrorCode.UNAUTHENTICATED ? CloseCode.UNAUTHENTICATED : CloseCode.SLOW_CONSUMER);
        } catch (RuntimeException e) {
            Accidents.log("sign-in", e);
            close(client, CloseCode.INTERNAL);
        } finally {
            turns.release();
        }
    }

    private void arrive(Client client, String token, @Nullable JsonNode id) {
        Caller caller = authenticator.authenticate(token);
        Client.Binding binding = client.binding();
        if (binding != null && !binding.userId().equals(caller.userId())) {
            close(client, CloseCode.FORBIDDEN);
            return;
        }
        Connection connection = live.connection(
                client.socket().lane(), client.socket(), caller, dialect, binding == null ? null : binding.roomId());
        if (!connection.lane().call(() -> client.attach(connection)).join()) {
            return;
        }
        Optional<Standing> standing = live.arrive(connection, new Arriving(caller.userId(), binding));
        if (standing.isEmpty()) {
            return;
        }
        // the session may have ended before we began to hear of its end
        authenticator.authenticate(token);
        Duration heartbeat = live.limits().heartbeat();
        Payload ready = Ready.payload(caller, standing.get(), epoch, heartbeat, clock.instant());
        connection.lane().execute(() -> client.open(ready, standing.get(), id));
    }

    private static void close(Client client, CloseCode why) {
        client.socket().lane().execute(() -> client.socket().close(why));
    }

    private Standing read(UUID userId, Client.@Nullable Binding binding) {
        Standing standing = unreads.standing(userId);
        return binding == null
                ? standing
                : new Standing(
                        standing.userRev(),
                        standing.rooms().stream()
                                .filter(room -> room.roomId().equals(binding.roomId()))
                                .toList());
    }

    private final class Arriving implements Arrival<Standing> {
        private final UUID userId;
        private final Client.@Nullable Binding binding;

        Arriving(UUID userId, Client.@Nullable Binding binding) {
            this.userId = userId;
            this.binding = binding;
        }

        @Override
        public Collection<UUID> rooms() {
            return unreads.rooms(userId).stream()
                    .filter(room -> binding == null || room.equals(binding.roomId()))
                    .toList();
        }

        @Override
        public Standing read() {
            return SignIn.this.read(userId, binding);
        }

        @Override
        public Map<UUID, Place> places(Standing standing) {
            return standing.rooms().stream()
                    .collect(Collectors.toMap(
                            RoomPosition::roomId, position -> new Place(position.rev(), position.visibleFrom())));
        }
    }
}
