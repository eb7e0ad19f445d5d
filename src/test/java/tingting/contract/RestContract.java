package tingting.contract;

import static tingting.contract.Documents.REST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tingting.protocol.Json;

/// Holds requests and their answers to docs/openapi.yaml. Safe from any thread.
public final class RestContract {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]+}");
    private static final Pattern DESCRIBED = Pattern.compile("/(api/v1|health)/.*");
    private static final String PATHS = "/paths";
    private static final String PROBLEM = "application/problem+json";
    /// What a path is answered that the document does not have, or not with that method.
    private static final int UNKNOWN = 404;
    private static final int WRONG_METHOD = 405;

    private record Route(String path, Pattern pattern) {}

    /// The most specific ones first, as the server looks for them.
    private static final List<Route> ROUTES = at(PATHS).properties().stream()
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(path -> PARAMETER.matcher(path).replaceAll("\uffff")))
            .map(path -> new Route(path, Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+"))))
            .toList();

    private final HttpResponse<byte[]> answer;
    private final String method;
    private final String path;

    private RestContract(HttpResponse<byte[]> answer) {
        this.answer = answer;
        this.method = answer.request().method();
        this.path = answer.request().uri().getRawPath();
    }

    /// The answer itself, once it is found to be as described; and what was asked for too, when it was done.
    ///
    /// @throws AssertionError naming the route, the field and the reason
    public static HttpResponse<byte[]> hold(HttpResponse<byte[]> answer) {
        RestContract contract = new RestContract(answer);
        contract.operation().ifPresent(operation -> {
            contract.checkAnswer(operation);
            if (answer.statusCode() < 300) {
                contract.checkQuery(operation);
                contract.checkRequest(operation);
            }
        });
        return answer;
    }

    /// As [#hold], whatever was asked for.
    public static HttpResponse<byte[]> holdAnswer(HttpResponse<byte[]> answer) {
        RestContract contract = new RestContract(answer);
        contract.operation().ifPresent(contract::checkAnswer);
        return answer;
    }

    /// Every operation of the document, for example `GET /api/v1/rooms/{room_id}`.
    public static Stream<String> operations() {
        return ROUTES.stream()
                .flatMap(route -> at(PATHS).path(route.path()).properties().stream()
                        .filter(entry -> entry.getValue().has("responses"))
                        .map(entry -> entry.getKey().toUpperCase(Locale.ROOT) + " " + route.path()));
    }

    /// Where the operation is described; empty for what is none, and was answered so.
    private Optional<String> operation() {
        if (!DESCRIBED.matcher(path).matches()) {
            return Optional.empty();
        }
        Optional<String> route = ROUTES.stream()
                .filter(one -> one.pattern().matcher(path).matches())
                .map(one -> PATHS + "/" + Documents.escape(one.path()) + "/")
                .findFirst();
        String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        Optional<String> operation =
                route.map(place -> place + verb).filter(place -> !at(place).isMissingNode());
        int none = route.isEmpty() ? UNKNOWN : WRONG_METHOD;
        require(operation.isPresent() || answer.statusCode() == none, "is not described");
        return operation;
    }

    private void checkAnswer(String operation) {
        String responses = operation + "/responses/";
        String described = responses + answer.statusCode();
        String response = Documents.resolve(REST, at(described).isMissingNode() ? responses + "default" : described);
        if (at(response).path("content").isMissingNode()) {
            require(answer.body().length == 0, "has a body where none is described");
        } else if (!method.equals("HEAD")) {
            checkBody("answer", response, answer.headers(), answer::body);
        }
    }

    private void checkRequest(String operation) {
        HttpRequest request = answer.request();
        String body = Documents.resolve(REST, operation + "/requestBody");
        BodyPublisher sent = request.bodyPublisher().orElse(BodyPublishers.noBody());
        if (sent.contentLength() == 0) {
            require(!at(body).path("required").asBoolean(), "was done without the body that is described");
        } else if (at(body).isMissingNode()) {
            require(Json.parse(SentBody.bytes(sent)).isEmpty(), "was sent a body where none is described");
        } else {
            checkBody("request", body, request.headers(), () -> SentBody.bytes(sent));
        }
    }

    private void checkBody(String which, String place, HttpHeaders headers, Supplier<byte[]> bytes) {
        String type = headers.firstValue("Content-Type").orElse("none").split(";", 2)[0];
        String content = place + "/content/" + Documents.escape(type);
        require(!at(content).isMissingNode(), "has another type of %s than described: %s".formatted(which, type));
        if (type.endsWith("json")) {
            JsonNode body = Json.parse(bytes.get());
            String flaws = Documents.flaws(REST, content + "/schema", body);
            require(flaws.isEmpty(), "has another %s than described: %s in %s".formatted(which, flaws, body));
            require(
                    !type.equals(PROBLEM) || body.path("status").asInt() == answer.statusCode(),
                    "has another status in its body");
        }
    }

    private void checkQuery(String operation) {
        String query = answer.request().uri().getRawQuery();
        if (query == null) {
            return;
        }
        Map<String, String> parameters = parameters(operation);
        new QueryStringDecoder(query, false).parameters().forEach((name, values) -> {
            String parameter = parameters.getOrDefault(name, "");
            require(!parameter.isEmpty(), "took the parameter " + name + ", which is not described");
            values.stream().filter(value -> !value.isEmpty()).forEach(value -> checkParameter(name, parameter, value));
        });
    }

    /// Where the query parameters of an operation are described, by name.
    private static Map<String, String> parameters(String operation) {
        String list = operation + "/parameters";
        return IntStream.range(0, at(list).size())
                .mapToObj(i -> Documents.resolve(REST, list + "/" + i))
                .filter(place -> at(place).path("in").asText().equals("query"))
                .collect(Collectors.toMap(place -> at(place).path("name").asText(), place -> place));
    }

    private void checkParameter(String name, String parameter, String value) {
        String schema = Documents.resolve(REST, parameter + "/schema");
        JsonNode typed = switch (at(schema).path("type").asText()) {
            case "integer" -> LongNode.valueOf(Long.parseLong(value));
            case "boolean" -> BooleanNode.valueOf(Boolean.parseBoolean(value));
            default -> TextNode.valueOf(value);
        };
        String flaws = Documents.flaws(REST, schema, typed);
        require(flaws.isEmpty(), "took the parameter %s=%s: %s".formatted(name, value, flaws));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError("docs/openapi.yaml: %s %s, answered with %d, %s"
                    .formatted(method, answer.request().uri(), answer.statusCode(), otherwise));
        }
    }

    private static JsonNode at(String pointer) {
        return Documents.get(REST).at(pointer);
    }
}
