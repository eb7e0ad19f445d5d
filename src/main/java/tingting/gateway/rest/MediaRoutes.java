package tingting.gateway.rest;

import java.util.Optional;
import java.util.UUID;
import tingting.media.Downloads;
import tingting.media.KeptFile;
import tingting.media.Links;
import tingting.media.Storage;
import tingting.protocol.Caller;
import tingting.web.Representation;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /media: the files themselves. They are fetched with a bearer token, with the cookie that browsers keep for it, or
/// with a link's signature; to everybody else there is nothing here.
public final class MediaRoutes {
    private final Downloads downloads;
    private final Links links;
    private final MediaAccess access;

    public MediaRoutes(Downloads downloads, Links links, MediaAccess access) {
        this.downloads = downloads;
        this.links = links;
        this.access = access;
    }

    public void mount(Routes routes) {
        routes.open().get("/media/:file/:name", this::fetch);
    }

    private Response fetch(Request request) throws Exception {
        UUID fileId = request.id("file");
        Caller caller = access.require(request, () -> linked(request, fileId));
        KeptFile file = downloads.find(caller, fileId);
        return access.answer(request, representation(file))
                .with("Content-Disposition", ContentDisposition.of(file.inline(), file.name()));
    }

    private Representation representation(KeptFile file) {
        return new Representation(
                file.mime(), file.hash(), file.size(), (offset, length) -> body(downloads.open(file, offset, length)));
    }

    private static Response.Body body(Storage.Part part) {
        return switch (part) {
            case Storage.Local(var file, long offset, long length) -> new Response.Slice(file, offset, length);
        };
    }

    private Optional<Caller> linked(Request request, UUID fileId) {
        return request.query().text("signature").flatMap(signature -> links.read(fileId, signature));
    }
}
