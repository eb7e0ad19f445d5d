package tingting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.ErrorCode;
import tingting.protocol.Json;
import tingting.protocol.Problem;

/// The one place where what went wrong becomes an answer (RFC 9457) and a line in the log.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger("tingting.web.Requests");

    private record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            boolean retryable,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldError> errors,
            String requestId) {}

    private Problems() {}

    /// The answer to a request whose handler threw.
    static Response answer(Request request, Throwable thrown) {
        if (cause(thrown) instanceof Problem problem) {
            return answer(request, problem, problem.code().status());
        }
        // The stack goes to the log alone, under the id that the client is given.
        LOG.error("{} {} failed [{}]", request.method(), path(request), request.id(), thrown);
        return body(request, Problem.of(ErrorCode.INTERNAL, "Something went wrong here."), 500);
    }

    /// The answer with a status of its own, where HTTP has a finer one than the code.
    static Response answer(Request request, Problem problem, int status) {
        String code = problem.code().wire();
        if (status >= 500) {
            LOG.warn("{} {} {} {} [{}]", request.method(), path(request), status, code, request.id());
        } else {
            LOG.info("{} {} {} {} [{}]", request.method(), path(request), status, code, request.id());
        }
        return body(request, problem, status);
    }

    private static Response body(Request request, Problem problem, int status) {
        ErrorCode code = problem.code();
        Body body = new Body(
                "about:blank",
                code.title(),
                status,
                problem.detail(),
                code.wire(),
                code.retryable(),
                problem.errors(),
                request.id().toString());
        Response response = Response.bytes(status, "application/problem+json", Json.bytes(body))
                .with("Cache-Control", "no-store");
        if (problem.retryAfter() != null) {
            // whole seconds (RFC 9110, section 10.2.3), never less than asked for
            long seconds = Math.max(1, Math.ceilDiv(problem.retryAfter().toMillis(), 1000L));
            response = response.with("Retry-After", Long.toString(seconds));
        }
        if (code == ErrorCode.UNAUTHENTICATED) {
            response = response.with("WWW-Authenticate", "Bearer");
        }
        return response;
    }

    /// A path as a log may show it: what could command a terminal is gone.
    private static String path(Request request) {
        return request.path().replaceAll("\\P{Print}", "?");
    }

    private static Throwable cause(Throwable thrown) {
        boolean wrapper = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return wrapper && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
