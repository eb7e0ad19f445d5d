package tingting.gateway.rest;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import tingting.message.Draft;
import tingting.message.MessageKind;
import tingting.message.Messages;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.web.Fields;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Messages of a room: history and sending.
public final class MessageRoutes {
    private static final int PAGE = 50;

    private final Messages messages;

    public MessageRoutes(Messages messages) {
        this.messages = messages;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms/:room/messages", this::history).get("/api/v1/messages/:message", this::get);
        routes.send().post("/api/v1/rooms/:room/messages", this::send);
    }

    /// A bare array, alone among the lists of the contract.
    private Response history(Request request) {
        Query query = request.query();
        Caller caller = request.caller();
        UUID roomId = request.id("room");
        int limit = query.limit(PAGE, Messages.PAGE);
        requireOneOf(query, "before_seq", "after_seq", "around_seq", "offset");
        OptionalLong before = query.number("before_seq", 0, Long.MAX_VALUE);
        OptionalLong after = query.number("after_seq", 0, Long.MAX_VALUE);
        OptionalLong around = query.number("around_seq", 0, Long.MAX_VALUE);
        long offset = query.number("offset", 0, Integer.MAX_VALUE).orElse(0);
        List<Message> page;
        if (around.isPresent()) {
            page = messages.around(caller, roomId, around.getAsLong(), limit);
        } else if (after.isPresent()) {
            page = messages.after(caller, roomId, after.getAsLong(), limit);
        } else if (before.isPresent()) {
            page = messages.before(caller, roomId, before.getAsLong(), limit);
        } else {
            page = messages.recent(caller, roomId, offset, limit);
        }
        return Response.ok(page);
    }

    /// A page begins at one place.
    private static void requireOneOf(Query query, String... places) {
        List<String> named = Arrays.stream(places)
                .filter(place -> query.text(place).isPresent())
                .toList();
        if (named.size() > 1) {
            throw Problem.invalidField(named.getLast(), "cannot stand beside " + named.getFirst());
        }
    }

    private Response send(Request request) {
        Draft draft = draft(request.id("room"), request.body());
        return Response.created(Answers.await(messages.send(request.caller(), draft)));
    }

    /// A message as a body describes it.
    static Draft draft(UUID roomId, Fields body) {
        String kind = body.optionalString("kind").orElse("text");
        return new Draft(
                roomId,
                body.id("client_msg_id"),
                MessageKind.parse(kind).orElseThrow(() -> Problem.invalidField("kind", "is unknown")),
                body.optionalString("content").orElse(null),
                body.optionalString("file_url").orElse(null),
                body.optionalId("reply_to").orElse(null),
                List.copyOf(body.ids("mentions", Draft.MENTIONS)),
                body.optionalFlag("mention_all").orElse(false),
                body.optionalId("forward_of").orElse(null),
                attachments(body));
    }

    private static List<UUID> attachments(Fields body) {
        return body.objects("attachments", Draft.ATTACHMENTS).stream()
                .map(attachment -> attachment.id("file_id"))
                .toList();
    }

    private Response get(Request request) {
        return Response.ok(messages.get(request.caller(), request.id("message")));
    }
}
