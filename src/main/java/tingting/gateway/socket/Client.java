package tingting.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tingting.limits.Meter;
import tingting.live.CloseCode;
import tingting.live.Connection;
import tingting.live.Payload;
import tingting.live.Socket;
import tingting.message.Standing;
import tingting.protocol.Caller;
import tingting.protocol.Json;
import tingting.protocol.Problem;
import tingting.web.Fields;

/// One native client: first unknown, then signed in. Touched only on the lane, but for [#caller] and [#connection],
/// which do not change once the first request of a signed-in client is taken.
final class Client implements Socket.Receiver {
    private final NativeSockets sockets;
    private final Socket socket;
    private final @Nullable Binding binding;
    private final Meter frames;
    private final Inbox inbox = new Inbox(this);
    private @Nullable Future<?> deadline;
    private @Nullable Connection connection;
    private @Nullable Hold hold;
    private List<UUID> watched = List.of();
    private boolean closed;

    /// The room and the user that a socket at /ws/{room_id}/{user_id} is bound to.
    record Binding(UUID roomId, UUID userId) {}

    Client(NativeSockets sockets, Socket socket, @Nullable Binding binding) {
        this.sockets = sockets;
        this.socket = socket;
        this.binding = binding;
        this.frames = Meter.alone(sockets.limits().frames());
    }

    Socket socket() {
        return socket;
    }

    @Nullable
    Binding binding() {
        return binding;
    }

    Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("not signed in");
        }
        return connection;
    }

    Caller caller() {
        return connection().caller();
    }

    /// The room that a request is about: named, or the one the socket is bound to.
    UUID room(Fields data) {
        UUID bound = binding == null ? null : binding.roomId();
        UUID named = data.optionalId("room_id").orElse(bound);
        if (named == null) {
            throw Problem.invalidField("room_id", "is missing");
        }
        if (bound != null && !bound.equals(named)) {
            throw Problem.invalidField("room_id", "is not the room of this socket");
        }
        return named;
    }

    // ---- signing in

    /// Gives the client some time to say who it is.
    void awaitSignIn() {
        deadline = socket.lane().after(sockets.limits().signIn(), () -> socket.close(CloseCode.NO_AUTH_IN_TIME));
    }

    /// Finds out who it is, on a virtual thread; nothing more is read meanwhile.
    void signIn(String token, @Nullable JsonNode id) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        inbox.block();
        Thread.ofVirtual().name("sign-in").start(() -> sockets.signIn().run(this, token, id));
    }

    /// Known, and about to be registered: from now on the connection ends with the socket. Answers whether it lives.
    boolean attach(Connection known) {
        connection = known;
        if (closed) {
            known.gone();
        }
        return !closed;
    }

    /// Signed in: `ready` is the first frame it gets.
    void open(Payload ready, Standing standing, @Nullable JsonNode id) {
        Connection known = connection();
        known.send(ready);
        if (id != null) {
            known.send(Answers.ack(id, Verbs.DONE.join()));
        }
        if (binding == null) {
            hold = new Hold(standing, socket.lane().after(sockets.limits().hold(), this::release));
        } else {
            known.release();
        }
        inbox.unblock();
    }

    /// Ends the hold, if there is one: live events go out.
    void release() {
        if (hold != null) {
            hold.end();
            hold = null;
            connection().release();
        }
    }

    /// The hold, which then ends with [#release] alone and not by time; null when there is none any more.
    @Nullable
    Hold keepHold() {
        if (hold != null) {
            hold.end();
        }
        return hold;
    }

    // ---- requests

    @Override
    public void text(ByteBuf payload) {
        if (!frames.take().isZero()) {
            socket.close(CloseCode.FLOODING);
            return;
        }
        JsonNode frame;
        try {
            // a tree is enough here: sends cost the journal far more than their parsing
            frame = Json.parse(ByteBufUtil.getBytes(payload));
        } catch (Problem notJson) {
            frame = MissingNode.getInstance();
        }
        if (frame.isMissingNode()) {
            socket.close(CloseCode.BAD_FRAME);
            return;
        }
        try {
            inbox.put(Request.of(frame));
        } catch (Problem shape) {
            send(Answers.error(Request.idOf(frame), shape));
        }
    }

    /// Takes the request that has its turn.
    void take(Request request) {
        if (closed) {
            return;
        }
        if (connection == null) {
            takeUnknown(request);
        } else if (request.type().equals("ping")) {
            send(Answers.pong(request.id()));
        } else {
            sockets.verbs().find(request.type()).ifPresentOrElse(entry -> take(request, entry), () -> {
                release();
                send(Answers.error(request.id(), Problem.invalidField("type", "is unknown")));
            });
        }
    }

    private void takeUnknown(Request request) {
        if (!request.type().equals("auth")) {
            send(Answers.error(request.id(), Problem.unauthenticated()));
            return;
        }
        try {
            signIn(request.data().string("token"), request.id());
        } catch (Problem problem) {
            send(Answers.error(request.id(), problem));
        }
    }

    private void take(Request request, Verbs.Entry entry) {
        if (entry.endsHold()) {
            release();
        }
        if (!entry.blocking()) {
            answer(request, stage(request, entry.verb()));
            return;
        }
        inbox.block();
        Thread.ofVirtual().name("request").start(() -> {
            CompletionStage<?> stage = stage(request, entry.verb());
            socket.lane().execute(() -> {
                answer(request, stage);
                inbox.unblock();
            });
        });
    }

    private CompletionStage<?> stage(Request request, Verb verb) {
        try {
            return verb.take(this, request.data());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answer(Request request, CompletionStage<?> stage) {
        stage.whenComplete((data, failure) -> {
            Payload answer = failure != null
                    ? Answers.error(request.id(), problem(failure))
                    : request.id() != null ? Answers.ack(request.id(), data) : null;
            if (answer == null) {
                return;
            }
            if (socket.lane().isCurrent()) {
                send(answer);
            } else {
                socket.lane().execute(() -> send(answer));
            }
        });
    }

    private Problem problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof Problem problem ? problem : Accidents.problem("a request", cause);
    }

    /// Sends a frame to this client alone.
    void send(Payload payload) {
        if (connection != null) {
            connection.send(payload);
        } else {
            socket.send(payload);
        }
    }

    void reading(boolean on) {
        if (!closed) {
            socket.reading(on);
        }
    }

    /// Whose presence it shows from now on; answers whose it did.
    List<UUID> watch(List<UUID> userIds) {
        List<UUID> before = watched;
        watched = userIds;
        return before;
    }

    // ---- the end

    @Override
    public void writable() {
        if (connection != null) {
            connection.writable();
        }
    }

    @Override
    public void closed() {
        closed = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (hold != null) {
            hold.end();
            hold = null;
        }
        if (connection != null) {
            connection.gone();
            sockets.watch().end(this);
        }
    }
}
