package tingting.contract;

import static tingting.contract.Documents.SOCKET;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;

/// Holds the frames of one native socket to docs/asyncapi.yaml: all that come, and the requests that are acknowledged.
/// Safe from any thread.
public final class SocketContract {
    private static final String TYPE = "/payload/properties/type/const";

    /// A kind of request and its answers.
    ///
    /// @param messages pointers of what it may be answered with, by type
    private record Asked(String request, Map<String, Set<String>> answers) {}

    private record Sent(String type, byte[] frame) {}

    private static final Map<String, Asked> REQUESTS = operations("receive")
            .collect(Collectors.toMap(
                    operation -> type(messages(operation).iterator().next()),
                    operation -> new Asked(
                            messages(operation).iterator().next(), byType(messages(operation.path("reply"))))));
    private static final Map<String, Set<String>> TOLD = byType(operations("send")
            .flatMap(operation -> messages(operation).stream())
            .collect(Collectors.toSet()));
    private static final Map<String, Set<String>> ANSWERS = byType(operations("receive")
            .flatMap(operation -> messages(operation.path("reply")).stream())
            .collect(Collectors.toSet()));

    private final Map<String, Sent> sent = new ConcurrentHashMap<>();

    /// The types of requests that the document has.
    public static Set<String> requests() {
        return REQUESTS.keySet();
    }

    /// The types of frames that the server sends.
    public static Set<String> told() {
        Set<String> all = new LinkedHashSet<>(TOLD.keySet());
        all.addAll(ANSWERS.keySet());
        return all;
    }

    /// A request was sent under an id: from now on its answer is known by it.
    public void asked(String id, String type, byte[] frame) {
        sent.put(id, new Sent(type, frame));
    }

    /// Checks a frame of the server's.
    ///
    /// @throws AssertionError naming the type, the field and the reason
    public void hold(JsonNode frame) {
        String type = frame.path("type").asText();
        if (TOLD.containsKey(type)) {
            check(frame, TOLD.get(type));
            return;
        }
        Sent request = sent.remove(frame.path("id").asText());
        Asked asked = request == null ? null : REQUESTS.get(request.type);
        check(frame, asked == null ? ANSWERS.get(type) : asked.answers.get(type));
        if (asked != null && request != null && !type.equals("error")) {
            check(Json.parse(request.frame), Set.of(asked.request));
        }
    }

    private static void check(JsonNode frame, @Nullable Set<String> messages) {
        if (messages == null) {
            throw new AssertionError("docs/asyncapi.yaml: it has no such frame: " + frame);
        }
        Set<String> flaws = new LinkedHashSet<>();
        for (String message : messages) {
            String one = Documents.flaws(SOCKET, message + "/payload", frame);
            if (one.isEmpty()) {
                return;
            }
            flaws.add(one);
        }
        throw new AssertionError("docs/asyncapi.yaml: a frame is other than described: " + flaws + " in " + frame);
    }

    private static Stream<JsonNode> operations(String action) {
        return StreamSupport.stream(Documents.get(SOCKET).path("operations").spliterator(), false)
                .filter(operation -> operation.path("action").asText().equals(action));
    }

    /// The pointers of an operation's messages.
    private static Set<String> messages(JsonNode operation) {
        Set<String> pointers = new LinkedHashSet<>();
        operation
                .path("messages")
                .forEach(message -> pointers.add(
                        Documents.resolve(SOCKET, message.path("$ref").asText().substring(1))));
        return pointers;
    }

    private static Map<String, Set<String>> byType(Set<String> messages) {
        return messages.stream().collect(Collectors.groupingBy(SocketContract::type, Collectors.toSet()));
    }

    private static String type(String message) {
        return Documents.get(SOCKET).at(message + TYPE).asText();
    }
}
