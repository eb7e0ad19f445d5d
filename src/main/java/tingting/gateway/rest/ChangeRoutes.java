package tingting.gateway.rest;

import java.util.List;
import java.util.UUID;
import tingting.message.Changes;
import tingting.protocol.Page;
import tingting.protocol.RoomEvent;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// What happened in a room after a rev: the same events that the socket replays.
public final class ChangeRoutes {
    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 500;

    private record ChangeView(String type, UUID roomId, long rev, Object data) {}

    private final Changes changes;

    public ChangeRoutes(Changes changes) {
        this.changes = changes;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms/:room/changes", this::list);
    }

    private Response list(Request request) {
        Query query = request.query();
        int limit = query.limit(PAGE, LONGEST_PAGE);
        long after = query.number("after_rev", 0, Long.MAX_VALUE).orElse(0);
        List<ChangeView> page = changes.after(request.caller(), request.id("room"), after, limit).stream()
                .map(ChangeRoutes::view)
                .toList();
        String next = page.size() < limit ? null : String.valueOf(page.getLast().rev);
        return Response.ok(new Page<>(page, next));
    }

    private static ChangeView view(RoomEvent event) {
        RoomEvent.Body body = event.body();
        Object data = body instanceof RoomEvent.NewMessage(var message) ? message : body;
        return new ChangeView(body.type(), event.roomId(), event.rev(), data);
    }
}
