package tingting.gateway.rest;

import tingting.media.Downloads;
import tingting.media.KeptFile;
import tingting.media.Uploads;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /uploads: files that are to be sent, and links to those one can see.
public final class UploadRoutes {
    private final Uploads uploads;
    private final Downloads downloads;

    public UploadRoutes(Uploads uploads, Downloads downloads) {
        this.uploads = uploads;
        this.downloads = downloads;
    }

    public void mount(Routes routes) {
        routes.streaming().post("/api/v1/uploads", this::upload);
        routes.post("/api/v1/uploads/:file/link", this::link);
    }

    private Response upload(Request request) {
        KeptFile file = uploads.add(
                request.caller(), request.query().id("room_id"), request.bodyLength(), () -> begin(request));
        return Response.created(file.attachment());
    }

    private static Uploads.Sent begin(Request request) {
        Request.FormFile file = request.file("file");
        return new Uploads.Sent(file.name(), file.content());
    }

    private Response link(Request request) {
        return Response.ok(downloads.link(request.caller(), request.id("file")));
    }
}
