package tingting.gateway.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tingting.personal.Exports;
import tingting.protocol.Page;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /users/me/exports: files of all that one owns.
public final class ExportRoutes {
    private final Exports exports;

    public ExportRoutes(Exports exports) {
        this.exports = exports;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/users/me/exports", this::begin)
                .get("/api/v1/users/me/exports", this::list)
                .get("/api/v1/users/me/exports/:export_id/file", this::file);
    }

    private Response begin(Request request) {
        return Response.json(202, exports.begin(request.caller()));
    }

    private Response list(Request request) {
        return Response.ok(Page.all(exports.list(request.caller())));
    }

    private Response file(Request request) throws IOException {
        Path file = exports.file(request.caller(), request.id("export_id"));
        return Response.of(200, "application/json", new Response.Slice(file, 0, Files.size(file)))
                .with("Content-Disposition", "attachment; filename=\"ting-ting.json\"")
                .with("Cache-Control", "no-store");
    }
}
