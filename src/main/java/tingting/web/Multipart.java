package tingting.web;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Problem;

/// The file of a form (RFC 7578) that arrives on an event loop. Other fields, and further files, are let pass.
final class Multipart {
    private final Context loop;
    private final HttpServerRequest http;
    private final String field;
    private final CompletableFuture<Request.FormFile> file = new CompletableFuture<>();
    private @Nullable Incoming incoming;
    private boolean fileEnded;
    private boolean formEnded;

    private Multipart(Context loop, HttpServerRequest http, String field) {
        this.loop = loop;
        this.http = http;
        this.field = field;
    }

    /// Begins to read a form that was held back. On the event loop.
    ///
    /// @return the file of that field once it begins, or [Problem] `invalid_request` when there is none
    static CompletableFuture<Request.FormFile> read(Context loop, HttpServerRequest http, String field) {
        Multipart form = new Multipart(loop, http, field);
        http.setExpectMultipart(true)
                .uploadHandler(form::begin)
                .exceptionHandler(form::fail)
                .endHandler(_ -> form.end())
                .resume();
        return form.file;
    }

    private void begin(HttpServerFileUpload upload) {
        if (incoming != null || !upload.name().equals(field)) {
            upload.handler(_ -> {});
            return;
        }
        incoming = new Incoming(loop, upload);
        upload.endHandler(_ -> {
            fileEnded = true;
            endWithTheForm();
        });
        file.complete(new Request.FormFile(String.valueOf(upload.filename()), incoming));
    }

    private void end() {
        formEnded = true;
        file.completeExceptionally(Problem.invalidField(field, "is missing"));
        endWithTheForm();
    }

    /// The form may end while the file's last bytes still wait to be read, and a file ends before its form does: an
    /// answer in between would cost the connection.
    private void endWithTheForm() {
        if (incoming != null && fileEnded && formEnded) {
            incoming.end();
        }
    }

    private void fail(Throwable why) {
        file.completeExceptionally(Problem.invalid("The body is no whole form."));
        if (incoming != null) {
            incoming.fail(why);
        }
    }
}
