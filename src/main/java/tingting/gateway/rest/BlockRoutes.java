package tingting.gateway.rest;

import tingting.friend.Blocks;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /blocks: whom one has blocked.
public final class BlockRoutes {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Blocks blocks;

    public BlockRoutes(Blocks blocks) {
        this.blocks = blocks;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/blocks", this::list)
                .post("/api/v1/blocks", this::block)
                .delete("/api/v1/blocks/:user_id", this::unblock);
    }

    private Response list(Request request) {
        Query query = request.query();
        return Response.ok(blocks.list(request.caller(), query.limit(PAGE, LONGEST_PAGE), query.text("cursor")));
    }

    private Response block(Request request) {
        return Response.created(blocks.block(request.caller(), request.body().id("user_id")));
    }

    private Response unblock(Request request) {
        blocks.unblock(request.caller(), request.id("user_id"));
        return Response.noContent();
    }
}
