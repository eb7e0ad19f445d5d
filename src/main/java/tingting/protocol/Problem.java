package tingting.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The only error that leaves the domain: a code, words that are safe to show to a client, and for some codes which
/// fields were wrong or when to try again. Each transport translates it in one place. It carries no stack trace: it
/// is an answer, not an accident.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final transient @Nullable Duration retryAfter;

    /// What is wrong with one field of a request.
    public record FieldError(String field, String message) {}

    private Problem(ErrorCode code, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static Problem of(ErrorCode code, String detail) {
        return new Problem(code, detail, List.of(), null);
    }

    /// A request whose shape or values are wrong.
    public static Problem invalid(String detail) {
        return of(ErrorCode.INVALID_REQUEST, detail);
    }

    /// A request with one wrong field.
    public static Problem invalidField(String field, String message) {
        return invalidFields(List.of(new FieldError(field, message)));
    }

    /// A request with wrong fields; `errors` is not empty.
    public static Problem invalidFields(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return new Problem(
                ErrorCode.INVALID_REQUEST, first.field() + ": " + first.message(), List.copyOf(errors), null);
    }

    /// Unknown, or not to be known by the caller: always the same words, so that the two cannot be told apart.
    public static Problem notFound() {
        return of(ErrorCode.NOT_FOUND, "There is nothing here that you can see.");
    }

    public static Problem forbidden(String detail) {
        return of(ErrorCode.FORBIDDEN, detail);
    }

    public static Problem conflict(String detail) {
        return of(ErrorCode.CONFLICT, detail);
    }

    /// A value that must be unique and belongs to somebody else.
    public static Problem conflictField(String field, String message) {
        return new Problem(ErrorCode.CONFLICT, field + ": " + message, List.of(new FieldError(field, message)), null);
    }

    public static Problem unauthenticated() {
        return of(ErrorCode.UNAUTHENTICATED, "Sign in first.");
    }

    public static Problem busy() {
        return new Problem(
                ErrorCode.BUSY, "The server is busy. Try again in a moment.", List.of(), Duration.ofMillis(500));
    }

    /// Too many requests; `retryAfter` is how long to wait.
    public static Problem rateLimited(Duration retryAfter) {
        return new Problem(ErrorCode.RATE_LIMITED, "Too many requests. Wait a moment.", List.of(), retryAfter);
    }

    /// Somebody who may not write before that time.
    public static Problem muted(Instant until, Instant now) {
        return new Problem(
                ErrorCode.MUTED,
                "You cannot write until %s.".formatted(Json.time(until)),
                List.of(),
                Duration.between(now, until));
    }

    /// For the owner of a closed account; `eraseAt` is when it is erased, null when it only rests.
    public static Problem accountClosed(@Nullable Instant eraseAt) {
        return of(
                ErrorCode.ACCOUNT_CLOSED,
                eraseAt == null
                        ? "This account is deactivated. Sign in with reopen to open it again."
                        : "This account is erased at %s. Sign in with reopen to keep it."
                                .formatted(Json.time(eraseAt)));
    }

    public ErrorCode code() {
        return code;
    }

    /// Words for the client: no secret, no internal name.
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
