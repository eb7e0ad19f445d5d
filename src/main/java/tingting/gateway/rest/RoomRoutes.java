package tingting.gateway.rest;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tingting.message.Inbox;
import tingting.protocol.Caller;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.room.RoomDraft;
import tingting.room.RoomKind;
import tingting.room.RoomPatch;
import tingting.room.Rooms;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Rooms: the list of one's own, making, changing and leaving them.
public final class RoomRoutes {
    private final Rooms rooms;
    private final Inbox inbox;
    private final RoomViews views;

    public RoomRoutes(Rooms rooms, Inbox inbox, RoomViews views) {
        this.rooms = rooms;
        this.inbox = inbox;
        this.views = views;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms", this::list)
                .post("/api/v1/rooms", this::create)
                .post("/api/v1/rooms/direct", this::openDirect)
                .get("/api/v1/rooms/:room", this::get)
                .patch("/api/v1/rooms/:room", this::update)
                .delete("/api/v1/rooms/:room", this::delete)
                .post("/api/v1/rooms/:room/leave", this::leave)
                .patch("/api/v1/rooms/:room/me", this::updateOwnView);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(views.all(request.caller())));
    }

    private Response create(Request request) {
        Fields body = request.body();
        RoomKind kind = RoomKind.parse(body.string("kind"))
                .orElseThrow(() -> Problem.invalidField("kind", "must be direct, group or channel"));
        var memberIds = body.ids("member_ids", Rooms.INVITED);
        if (kind == RoomKind.DIRECT) {
            if (memberIds.size() != 1) {
                throw Problem.invalidField("member_ids", "must be the one other person of a direct room");
            }
            return direct(request.caller(), memberIds.iterator().next());
        }
        RoomDraft draft = new RoomDraft(
                kind,
                body.string("name", Rooms.NAME_LENGTH).strip(),
                body.optionalString("topic", Rooms.TOPIC_LENGTH).orElse(null),
                body.optionalString("avatar_url").orElse(null),
                memberIds);
        UUID roomId = Answers.await(rooms.create(request.caller(), draft));
        return Response.created(views.one(request.caller(), roomId));
    }

    private Response openDirect(Request request) {
        return direct(request.caller(), request.body().id("user_id"));
    }

    private Response direct(Caller caller, UUID otherId) {
        Rooms.Direct direct = Answers.await(rooms.openDirect(caller, otherId));
        return Response.json(direct.created() ? 201 : 200, views.one(caller, direct.roomId()));
    }

    private Response get(Request request) {
        return Response.ok(views.one(request.caller(), request.id("room")));
    }

    private Response update(Request request) {
        Fields body = request.body();
        UUID roomId = request.id("room");
        RoomPatch patch = new RoomPatch(
                body.optionalString("name", Rooms.NAME_LENGTH)
                        .map(String::strip)
                        .orElse(null),
                patched(body, "topic", body::optionalString),
                patched(body, "avatar_url", body::optionalString),
                body.optionalString("history").orElse(null),
                body.optionalNumber("slow_mode_seconds", 0, Rooms.SLOWEST)
                        .map(Long::intValue)
                        .orElse(null),
                patched(
                        body,
                        "message_ttl_seconds",
                        name -> body.optionalNumber(name, Rooms.SHORTEST_LIFE, Rooms.LONGEST_LIFE)),
                body.optionalFlag("join_approval").orElse(null));
        Answers.await(rooms.update(request.caller(), roomId, patch));
        return Response.ok(views.one(request.caller(), roomId));
    }

    private Response delete(Request request) {
        Answers.await(rooms.delete(request.caller(), request.id("room")));
        return Response.noContent();
    }

    private Response leave(Request request) {
        Answers.await(rooms.leave(request.caller(), request.id("room")));
        return Response.noContent();
    }

    private Response updateOwnView(Request request) {
        Fields body = request.body();
        Inbox.Patch patch = new Inbox.Patch(
                patched(body, "muted_until", body::optionalTime),
                body.optionalFlag("pinned").orElse(null),
                body.optionalFlag("marked_unread").orElse(null));
        Answers.await(inbox.patch(request.caller(), request.id("room"), patch));
        return Response.ok(views.of(request.caller(), inbox.get(request.caller(), request.id("room"))));
    }

    /// Null when the body does not name the field, empty when it is null there.
    private static <T> @Nullable Optional<T> patched(Fields body, String name, Function<String, Optional<T>> read) {
        return body.object().has(name) ? read.apply(name) : null;
    }
}
