package tingting.gateway.rest;

import tingting.friend.Friends;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /friends: friends, and the requests to become friends.
public final class FriendRoutes {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Friends friends;

    public FriendRoutes(Friends friends) {
        this.friends = friends;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/friends", this::list)
                .delete("/api/v1/friends/:user_id", this::remove)
                .get("/api/v1/friends/requests", this::requests)
                .post("/api/v1/friends/requests", this::request)
                .post("/api/v1/friends/requests/:request_id/accept", this::accept)
                .post("/api/v1/friends/requests/:request_id/decline", this::decline);
    }

    private Response list(Request request) {
        Query query = request.query();
        return Response.ok(friends.list(request.caller(), query.limit(PAGE, LONGEST_PAGE), query.text("cursor")));
    }

    private Response remove(Request request) {
        friends.remove(request.caller(), request.id("user_id"));
        return Response.noContent();
    }

    private Response requests(Request request) {
        Query query = request.query();
        return Response.ok(friends.requests(request.caller(), query.limit(PAGE, LONGEST_PAGE), query.text("cursor")));
    }

    private Response request(Request request) {
        return Response.created(friends.request(request.caller(), request.body().id("user_id")));
    }

    private Response accept(Request request) {
        return Response.ok(friends.accept(request.caller(), request.id("request_id")));
    }

    private Response decline(Request request) {
        friends.decline(request.caller(), request.id("request_id"));
        return Response.noContent();
    }
}
