package tingting.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The published documents, and the JSON Schemas in them. They are held more strictly than they read: a client must
/// ignore fields that it does not know, but the server has none that are not written down.
///
/// Read once a JVM; a schema is compiled when it is first asked for. Safe from any thread.
final class Documents {
    static final String REST = "openapi.yaml";
    static final String SOCKET = "asyncapi.yaml";

    private static final Path FOLDER = Path.of("docs");
    /// By which the documents know each other: nothing is fetched.
    private static final String BASE = "https://documents.invalid/";

    private static final Map<String, JsonNode> READ =
            Stream.of(REST, SOCKET).collect(Collectors.toMap(Function.identity(), Documents::read));
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(READ.entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> BASE + entry.getKey(),
                                    entry -> closed(entry.getValue()).toString())))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private Documents() {}

    static JsonNode read(String name) {
        try {
            return new YAMLMapper().readTree(FOLDER.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode get(String name) {
        JsonNode document = READ.get(name);
        if (document == null) {
            throw new IllegalArgumentException(name);
        }
        return document;
    }

    /// What is wrong with a value: each field and why, nothing when it is as described.
    ///
    /// @param pointer of its schema (RFC 6901)
    static String flaws(String name, String pointer, JsonNode value) {
        Schema schema = COMPILED.computeIfAbsent(
                BASE + name + "#" + pointer, place -> REGISTRY.getSchema(SchemaLocation.of(place)));
        return schema.validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .collect(Collectors.joining("; "));
    }

    /// Follows references within the document, and answers the pointer where they end.
    static String resolve(String name, String pointer) {
        JsonNode reference = get(name).at(pointer).path("$ref");
        return reference.isTextual() ? resolve(name, reference.textValue().substring(1)) : pointer;
    }

    /// A key as a pointer writes it.
    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /// The same schemas, whose objects take no other fields than they name.
    private static JsonNode closed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode schema) {
        schema.forEach(Documents::close);
        if (schema instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
