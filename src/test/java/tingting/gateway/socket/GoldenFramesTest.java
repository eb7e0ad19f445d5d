package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tingting.contract.SocketContract;
import tingting.live.Payload;
import tingting.message.RoomPosition;
import tingting.message.Standing;
import tingting.protocol.Caller;
import tingting.protocol.Event;
import tingting.protocol.Json;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;
import tingting.protocol.UserEvent;

/// Every frame that the server sends, as it is kept under `golden/native`: the SDK's tests read the same files.
class GoldenFramesTest {
    private static final UUID ROOM = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final UUID AN = UUID.fromString("01920000-0000-7000-8000-00000000000a");
    private static final UUID BINH = UUID.fromString("01920000-0000-7000-8000-00000000000b");
    private static final UUID MESSAGE = UUID.fromString("01920000-0000-7000-8000-0000000000c1");
    private static final UUID REPLIED = UUID.fromString("01920000-0000-7000-8000-0000000000c2");
    private static final UUID CLIENT_ID = UUID.fromString("01920000-0000-7000-8000-0000000000d1");
    private static final UUID FILE = UUID.fromString("01920000-0000-7000-8000-0000000000f1");
    private static final UUID SESSION = UUID.fromString("01920000-0000-7000-8000-0000000000e1");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-31T12:00:05.25Z");

    record Golden(String name, Payload payload) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> frames() {
        Stream<Golden> events = Stream.concat(
                        roomEvents().map(body -> (Event) new RoomEvent(ROOM, 7, body)),
                        Stream.concat(
                                signals().map(body -> new RoomSignal(ROOM, body, Set.of())),
                                userEvents().map(body -> new UserEvent(AN, body))))
                .map(event -> new Golden(type(event), out -> new NativeDialect().encode(event, out)));
        return Stream.concat(events, answers());
    }

    private static Stream<RoomEvent.Body> roomEvents() {
        List<Message.Reaction> hearts = List.of(new Message.Reaction("❤️", 2, List.of(AN, BINH)));
        Message message = new Message(
                MESSAGE,
                ROOM,
                5,
                AN,
                "image",
                "xin chào 👋",
                List.of(new Message.Attachment(
                        FILE,
                        "/media/f1",
                        "biển.jpg",
                        "image/jpeg",
                        1234,
                        640,
                        480,
                        null,
                        "/media/f1/thumbnail",
                        "LEHV6nWB2yk8")),
                "/media/f1",
                new Message.Excerpt(REPLIED, BINH, "đi đâu?"),
                List.of(BINH),
                false,
                null,
                hearts,
                CLIENT_ID,
                NOON,
                null,
                null,
                null,
                false);
        return Stream.of(
                new RoomEvent.NewMessage(message),
                new RoomEvent.MessageEdited(MESSAGE, AN, "xin chào!", List.of(BINH), LATER),
                new RoomEvent.MessageRecalled(MESSAGE, AN, LATER),
                new RoomEvent.ReactionChanged(MESSAGE, BINH, "❤️", false, hearts),
                new RoomEvent.MessagePinned(MESSAGE, AN),
                new RoomEvent.MessageUnpinned(MESSAGE, AN),
                new RoomEvent.MemberJoined(BINH, "member", NOON, AN),
                new RoomEvent.MemberLeft(BINH, AN),
                new RoomEvent.MemberRole(BINH, "admin", AN),
                new RoomEvent.RoomUpdated("Nhóm", null, null, "all", 10, 86_400L, true, AN));
    }

    private static Stream<RoomSignal.Body> signals() {
        return Stream.of(
                new RoomSignal.Typing(ROOM, AN, true),
                new RoomSignal.Delivered(ROOM, AN, 5),
                new RoomSignal.Read(ROOM, AN, 5));
    }

    private static Stream<UserEvent.Body> userEvents() {
        return Stream.of(
                new UserEvent.Unread(ROOM, 4, 1, 3, true),
                new UserEvent.Presence(BINH, "offline", NOON),
                new UserEvent.RoomAdded(ROOM),
                new UserEvent.RoomView(ROOM, NOON, true, false),
                new UserEvent.Draft(ROOM, "mai gặp", MESSAGE, NOON),
                new UserEvent.Scheduled(ROOM, MESSAGE, null),
                new UserEvent.JoinRequest(ROOM, BINH),
                new UserEvent.RoomRemoved(ROOM),
                new UserEvent.ProfileUpdated(BINH, "binh", "Bình", null, "", "đang bận", false),
                new UserEvent.AccountChanged("moderator", NOON),
                new UserEvent.FriendRequest(BINH),
                new UserEvent.FriendAccepted(BINH),
                new UserEvent.FriendRemoved(BINH),
                new UserEvent.SessionRevoked(SESSION));
    }

    private static Stream<Golden> answers() {
        return Stream.of(
                new Golden("ready", ready()),
                new Golden("ack", Answers.ack(TextNode.valueOf("r1"), new NativeVerbs.Unread(2))),
                new Golden("pong", Answers.pong(IntNode.valueOf(7))),
                new Golden(
                        "error", Answers.error(TextNode.valueOf("r2"), Problem.invalidField("room_id", "is missing"))),
                new Golden(
                        "error_with_wait",
                        Answers.error(TextNode.valueOf("r3"), Problem.rateLimited(Duration.ofMillis(250)))),
                new Golden("reset", Answers.reset(ROOM, 9, 6)),
                new Golden("reset_lists", Answers.reset(12)),
                new Golden("resumed", Answers.frame(null, "resumed", new Resume.Resumed(3, 20))),
                new Golden("drain", out -> new NativeDialect().encodeDrain(Duration.ofSeconds(5), out)));
    }

    private static Payload ready() {
        Standing standing = new Standing(12, List.of(new RoomPosition(ROOM, 7, 1, 5, 4, 1, true, 0, false)));
        return Ready.payload(new Caller(AN, SESSION), standing, "epoch-1", Duration.ofSeconds(25), NOON);
    }

    private static String type(Event event) {
        return switch (event) {
            case RoomEvent change -> change.body().type();
            case RoomSignal signal -> signal.body().type();
            case UserEvent told -> told.body().type();
        };
    }

    @ParameterizedTest
    @MethodSource("frames")
    void a_frame_is_as_it_is_kept(Golden golden) throws IOException {
        JsonNode written = written(golden);
        try (InputStream kept = getClass().getResourceAsStream("/golden/native/" + golden.name() + ".json")) {
            assertThat(kept)
                    .as("golden/native/" + golden.name() + ".json: " + written)
                    .isNotNull();
            assertThat(written).isEqualTo(Json.MAPPER.readTree(kept));
        }
        new SocketContract().hold(written);
    }

    @Test
    void every_frame_that_is_described_has_its_file() {
        assertThat(frames().map(GoldenFramesTest::written)
                        .map(frame -> frame.get("type").asText()))
                .containsAll(SocketContract.told());
    }

    private static JsonNode written(Golden golden) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            golden.payload().write(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(written.toByteArray());
    }

    @Test
    void every_event_has_its_file_but_the_birth_of_a_room_which_nobody_is_told() throws IOException {
        Set<Class<?>> samples = Stream.of(roomEvents(), signals(), userEvents())
                .flatMap(bodies -> bodies)
                .map(Object::getClass)
                .collect(Collectors.toSet());
        samples.add(RoomEvent.RoomCreated.class);
        assertThat(samples)
                .containsAll(Arrays.asList(RoomEvent.Body.class.getPermittedSubclasses()))
                .containsAll(Arrays.asList(RoomSignal.Body.class.getPermittedSubclasses()))
                .containsAll(Arrays.asList(UserEvent.Body.class.getPermittedSubclasses()));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new NativeDialect().encode(RoomEvent.created(ROOM, Set.of(AN)), written);
        assertThat(written.size()).isZero();
    }
}
