package tingting.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.live.CloseCode;
import tingting.protocol.ErrorCode;
import tingting.protocol.Json;

/// The words that the documents and the code must have in common, and that the documents bite.
@Tag("no-database")
class DocumentsTest {
    private static final JsonNode REST = Documents.get(Documents.REST);

    @Test
    void the_error_codes_are_those_of_the_server() {
        assertThat(texts(REST.at("/components/schemas/ErrorCode/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList());
    }

    @Test
    void a_problem_stands_under_the_status_of_its_code() {
        RestContract.operations().forEach(operation -> {
            String[] words = operation.split(" ");
            JsonNode verbs = REST.path("paths").path(words[1]);
            verbs.path(words[0].toLowerCase(Locale.ROOT)).path("responses").properties().stream()
                    .filter(response -> !response.getKey().equals("default"))
                    .forEach(response -> assertThat(codes(response.getValue()))
                            .as(operation)
                            .allMatch(code -> String.valueOf(code.status()).equals(response.getKey())));
        });
    }

    /// The codes of the problems that a response may be.
    private static List<ErrorCode> codes(JsonNode response) {
        String reference = response.path("$ref").asText();
        JsonNode code = reference.isEmpty()
                ? response
                : REST.at(reference.substring(1)).path("content").path("application/problem+json");
        code = code.at("/schema/allOf/1/properties/code");
        return Stream.concat(
                        texts(code.path("enum")).stream(),
                        Stream.of(code.path("const").asText()))
                .flatMap(word -> Arrays.stream(ErrorCode.values())
                        .filter(one -> one.wire().equals(word)))
                .toList();
    }

    @Test
    void the_close_codes_are_those_of_the_server() {
        assertThat(StreamSupport.stream(
                                Documents.get(Documents.SOCKET)
                                        .at("/channels/socket/x-close-codes")
                                        .spliterator(),
                                false)
                        .map(close -> close.path("code").asInt() + " "
                                + close.path("reason").asText()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CloseCode.values())
                        .map(close -> close.code() + " " + close.reason())
                        .toList());
    }

    @Test
    void a_frame_with_a_field_that_is_not_described_is_refused_by_name() {
        assertThatThrownBy(() -> new SocketContract().hold(frame("{'type':'drain','data':{'grace_ms':1,'extra':2}}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("/data", "extra");
    }

    @Test
    void a_frame_without_a_field_that_is_described_is_refused_by_name() {
        assertThatThrownBy(() -> new SocketContract().hold(frame("{'type':'drain','data':{}}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("grace_ms");
    }

    @Test
    void a_frame_of_a_type_that_is_not_described_is_refused() {
        assertThatThrownBy(() -> new SocketContract().hold(frame("{'type':'surprise','data':{}}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("surprise");
    }

    @Test
    void an_ack_has_to_be_the_one_of_its_request() {
        SocketContract contract = new SocketContract();
        contract.asked("1", "pin", bytes("{'id':'1','type':'pin','data':{}}"));
        assertThatThrownBy(() -> contract.hold(frame("{'id':'1','type':'ack','data':{'unread':0}}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("message_id");
    }

    @Test
    void what_is_acknowledged_has_to_be_asked_for_as_described() {
        SocketContract contract = new SocketContract();
        contract.asked("1", "read", bytes("{'id':'1','type':'read','data':{'seq':1,'sequence':1}}"));
        assertThatThrownBy(() -> contract.hold(frame("{'id':'1','type':'ack','data':{'unread':0}}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sequence");
    }

    private static JsonNode frame(String text) {
        return Json.parse(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
