package tingting.gateway.rest;

import tingting.message.Search;
import tingting.protocol.Problem;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Searching messages.
public final class SearchRoutes {
    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 50;

    private final Search search;

    public SearchRoutes(Search search) {
        this.search = search;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/search/messages", this::messages);
    }

    private Response messages(Request request) {
        Query query = request.query();
        Search.Query sought = new Search.Query(
                query.text("q", Search.LONGEST_QUERY).orElseThrow(() -> Problem.invalidField("q", "is missing")),
                query.id("room_id"),
                query.id("from"),
                query.time("before"));
        return Response.ok(
                search.find(request.caller(), sought, query.limit(PAGE, LONGEST_PAGE), query.text("cursor")));
    }
}
