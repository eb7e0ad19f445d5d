package tingting.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tingting.testing.TestChat.assertRefused;
import static tingting.testing.TestPeople.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tingting.message.Draft;
import tingting.message.Edits;
import tingting.message.MessageKind;
import tingting.message.MessageRooms;
import tingting.message.Messages;
import tingting.message.Reactions;
import tingting.message.Recalls;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Json;
import tingting.room.Journal;
import tingting.room.Rooms;
import tingting.sticker.Stickers;
import tingting.testing.TestPeople;

class ExportsTest {
    private static final Duration KEPT = Duration.ofDays(7);

    private final TestPeople people = new TestPeople();
    private final Journal journal = new Journal(people.database, people.bus, people.clock);
    private final Rooms rooms = new Rooms(people.database, journal, people.ids);
    private final Messages messages = new Messages(people.database, journal, new Stickers(), people.ids, 10_000);
    private final MessageRooms messageRooms = new MessageRooms(people.database);
    private final Caller lan = people.signUp("lan", "lan@example.org").tokens().caller();
    private final Caller minh = people.caller("minh");
    private final UUID direct = rooms.openDirect(lan, minh.userId()).join().roomId();
    private final List<Exports> open = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        open.forEach(Exports::close);
        people.close();
    }

    @Test
    void an_export_has_what_somebody_owns_and_nothing_of_others_and_no_secret() throws IOException {
        people.friends.request(lan, minh.userId());
        say(minh, "of somebody else");
        UUID edited = say(lan, "a first word");
        new Edits(people.database, journal, messageRooms, 10_000)
                .edit(lan, edited, "a second word", List.of())
                .join();
        new Reactions(people.database, journal, messageRooms)
                .add(lan, edited, "👍")
                .join();
        new Recalls(journal, messageRooms).recall(lan, say(lan, "taken back")).join();

        String text = Files.readString(exported());
        JsonNode export = Json.MAPPER.readTree(text);

        assertThat(export.at("/account/username").textValue()).isEqualTo("lan");
        assertThat(export.at("/account/email").textValue()).isEqualTo("lan@example.org");
        assertThat(export.at("/account/settings").isObject()).isTrue();
        assertThat(export.at("/sessions/0/session_id").textValue())
                .isEqualTo(lan.sessionId().toString());
        assertThat(export.at("/friends/0/username").textValue()).isEqualTo("minh");
        assertThat(export.at("/rooms/0/room_id").textValue()).isEqualTo(direct.toString());
        assertThat(export.at("/reactions/0/emoji").textValue()).isEqualTo("👍");
        assertThat(export.path("messages")).hasSize(2);
        assertThat(export.at("/messages/0/content").textValue()).isEqualTo("a second word");
        assertThat(export.at("/messages/0/former_texts/0/content").textValue()).isEqualTo("a first word");
        assertThat(export.at("/messages/1/content").isNull()).isTrue();
        assertThat(text).doesNotContain("of somebody else", "taken back", "argon2", "hash", "token", PASSWORD);
    }

    @Test
    void messages_are_there_in_order_however_many() throws IOException {
        for (int i = 0; i < 2_100; i++) {
            say(i % 2 == 0 ? lan : minh, "message " + i);
        }

        JsonNode export = Json.MAPPER.readTree(exported().toFile());

        assertThat(export.path("messages")).hasSize(1_050);
        assertThat(export.at("/messages/1049/content").textValue()).isEqualTo("message 2098");
    }

    @Test
    void a_file_is_for_the_servers_user_alone_and_for_the_session_that_asked() throws IOException {
        Path file = exported();
        Exports exports = open.getFirst();
        UUID exportId = exports.list(lan).getFirst().exportId();
        Caller elsewhere = people.signIn("lan").tokens().caller();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(exports.list(elsewhere).getFirst().here()).isFalse();
        assertRefused(() -> exports.file(elsewhere, exportId), ErrorCode.NOT_FOUND);
        assertRefused(() -> exports.file(minh, exportId), ErrorCode.NOT_FOUND);
        assertThat(exports.list(minh)).isEmpty();
    }

    @Test
    void one_is_made_at_a_time_and_three_a_day() {
        for (int i = 0; i < 3; i++) {
            exported();
        }
        assertRefused(() -> exports().begin(lan), ErrorCode.RATE_LIMITED);
        people.clock.advance(Duration.ofDays(1));
        Exports stopped = exports();
        stopped.close();
        stopped.begin(lan);

        assertRefused(() -> stopped.begin(lan), ErrorCode.CONFLICT);
    }

    @Test
    void one_whose_writer_is_gone_is_begun_anew_and_given_up_after_three_attempts() {
        Exports stopped = exports();
        stopped.close();
        UUID exportId = stopped.begin(lan).exportId();
        writerDies(1);
        people.clock.advance(Duration.ofMinutes(2));
        Exports next = exports();
        await().until(() -> next.list(lan).getFirst().state() == Export.State.READY);
        assertThat(next.file(lan, exportId)).exists();

        stopped.begin(lan);
        writerDies(3);
        people.clock.advance(Duration.ofMinutes(2));
        Exports last = exports();
        await().until(() -> last.list(lan).getFirst().state() == Export.State.FAILED);
    }

    @Test
    void a_file_goes_when_its_days_are_over_or_its_session_is() throws IOException {
        exported();
        people.clock.advance(KEPT);
        exports();
        await().until(() -> files().isEmpty());
        assertThat(open.getFirst().list(lan)).isEmpty();

        exported();
        people.sessions.logout(lan);
        exports();
        await().until(() -> files().isEmpty());
    }

    /// As if a server had been killed that wrote it for the so-manieth time.
    private void writerDies(int attempts) {
        people.database.run(handle -> handle.createUpdate(
                        "UPDATE tb_exports SET state = 'running', attempts = :n, lease_until = :until WHERE finished_at IS NULL")
                .bind("n", attempts)
                .bind("until", people.clock.instant().plusSeconds(60).toEpochMilli())
                .execute());
    }

    private Exports exports() {
        Exports exports =
                new Exports(people.database, people.profiles, people.ownerMail, folder, people.ids, people.clock, KEPT);
        open.add(exports);
        return exports;
    }

    /// A new export of Lan's, ready.
    private Path exported() {
        Exports exports = exports();
        UUID exportId = exports.begin(lan).exportId();
        await().until(() -> exports.list(lan).stream()
                .anyMatch(one -> one.exportId().equals(exportId) && one.state() == Export.State.READY));
        Path file = exports.file(lan, exportId);
        exports.close();
        return file;
    }

    private UUID say(Caller sender, String content) {
        return messages.send(
                        sender, new Draft(direct, people.ids.next(), MessageKind.TEXT, content, null, null, List.of()))
                .join()
                .messageId();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
