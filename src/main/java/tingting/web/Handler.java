package tingting.web;

/// Answers one request, on a virtual thread of its own: it may block.
@FunctionalInterface
public interface Handler {
    /// A [tingting.protocol.Problem] becomes the answer of its code; anything else thrown becomes `internal`.
    Response answer(Request request) throws Exception;
}
