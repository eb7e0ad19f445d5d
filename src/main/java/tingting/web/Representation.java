package tingting.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something of a known length that never changes, of which clients may ask for a part, or whether they have it
/// (RFC 9110, sections 13 and 14).
///
/// @param etag strong, without its quotes
/// @param length in bytes
public record Representation(String type, String etag, long length, Part part) {
    /// One range; where several are asked for, all of it may be answered (section 14.2).
    private static final Pattern RANGE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /// Finds bytes of it.
    @FunctionalInterface
    public interface Part {
        Response.Body of(long offset, long length) throws Exception;
    }

    private record Range(long offset, long length) {}

    /// What a client has asked for: all, a part, or that it has it already.
    public Response answer(Request request) throws Exception {
        return whole(request).with("ETag", quoted()).with("Accept-Ranges", "bytes");
    }

    private Response whole(Request request) throws Exception {
        if (request.header("If-None-Match").filter(this::named).isPresent()) {
            return Response.empty(304);
        }
        Optional<String> asked = request.header("Range").filter(_ -> ifRange(request));
        Matcher range = RANGE.matcher(asked.orElse(""));
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Response.of(200, type, part.of(0, length));
        }
        Optional<Range> wanted = range(range.group(1), range.group(2));
        if (wanted.isEmpty()) {
            return Response.empty(416).with("Content-Range", "bytes */" + length);
        }
        Range some = wanted.get();
        return Response.of(206, type, part.of(some.offset, some.length))
                .with("Content-Range", "bytes %d-%d/%d".formatted(some.offset, some.offset + some.length - 1, length));
    }

    /// Empty when there is nothing of it.
    private Optional<Range> range(String first, String last) {
        if (first.isEmpty()) {
            long count = Math.min(Long.parseLong(last), length);
            return count == 0 ? Optional.empty() : Optional.of(new Range(length - count, count));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        return from >= length || to < from ? Optional.empty() : Optional.of(new Range(from, to - from + 1));
    }

    /// Weak comparison (section 8.8.3.2): what never changes has no weak tag that differs.
    private boolean named(String tags) {
        return tags.strip().equals("*")
                || Arrays.stream(tags.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(quoted()::equals);
    }

    /// A date is none of ours.
    private boolean ifRange(Request request) {
        return request.header("If-Range").map(quoted()::equals).orElse(true);
    }

    private String quoted() {
        return '"' + etag + '"';
    }
}
