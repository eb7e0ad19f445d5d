package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.RoomEvent;
import tingting.room.Role;
import tingting.testing.TestChat;

class RecallsTest {
    private static final String SECRET = "bí mật 4711";

    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_recalled_message_leaves_no_text_behind() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(an, room, SECRET + " one", binh).messageId();
        chat.edits.edit(an, message, SECRET + " two", null).join();
        chat.reactions.add(binh, message, "❤️").join();
        chat.pins.pin(an, message).join();
        UUID reply = chat.messages
                .send(binh, chat.reply(room, message, "really?"))
                .join()
                .messageId();
        assertThat(textsLike(SECRET)).isNotEmpty();

        chat.recalls.recall(an, message).join();

        assertThat(textsLike(SECRET)).isEmpty();
        Message left = chat.messages.get(binh, message);
        assertThat(left.content()).isNull();
        assertThat(left.recalledAt()).isNotNull();
        assertThat(left.mentions()).isEmpty();
        assertThat(left.reactions()).isEmpty();
        assertThat(left.pinned()).isFalse();
        assertThat(chat.pins.list(binh, room)).isEmpty();
        assertThat(chat.edits.list(an, message)).isEmpty();
        assertThat(Objects.requireNonNull(chat.messages.get(chi, reply).replyTo())
                        .excerpt())
                .isNull();
        assertThat(chat.kept.after(binh, room, 0, 50).toString()).doesNotContain(SECRET);
        assertThat(chat.inbox.list(binh).toString()).doesNotContain(SECRET);
    }

    @Test
    void a_file_goes_with_its_message() {
        UUID room = chat.group(an, binh);
        Draft picture = new Draft(room, chat.ids.next(), MessageKind.IMAGE, null, "/media/x1", null, List.of());
        UUID message = chat.messages.send(an, picture).join().messageId();
        chat.recalls.recall(an, message).join();
        assertThat(chat.messages.get(binh, message).fileUrl()).isNull();
        assertThat(textsLike("/media/x1")).isEmpty();
    }

    @Test
    void a_recalled_message_is_still_known_by_the_id_its_sender_gave_it() {
        UUID room = chat.group(an, binh);
        Draft draft = chat.text(room, "once");
        SendReceipt first = chat.messages.send(an, draft).join();
        chat.recalls.recall(an, first.messageId()).join();
        assertThat(chat.messages.send(an, draft).join()).isEqualTo(first.again());
        Draft other = new Draft(room, draft.clientMsgId(), MessageKind.TEXT, "twice", null, null, List.of());
        assertRefused(() -> chat.messages.send(an, other), ErrorCode.CONFLICT);
    }

    @Test
    void a_message_is_recalled_once() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "oops").messageId();
        assertThat(chat.recalls.recall(an, message).join().rev()).isEqualTo(2);
        assertThat(chat.recalls.recall(an, message).join().rev()).isEqualTo(2);
        assertThat(chat.recalls.withdraw(message).join().rev()).isEqualTo(2);
        assertRefused(() -> chat.edits.edit(an, message, "again", null), ErrorCode.CONFLICT);
        assertRefused(() -> chat.reactions.add(binh, message, "👍"), ErrorCode.CONFLICT);
        assertRefused(() -> chat.pins.pin(an, message), ErrorCode.CONFLICT);
        assertThat(chat.inbox.get(an, room).rev()).isEqualTo(2);
    }

    @Test
    void an_edit_a_reaction_and_a_recall_of_one_message_may_share_a_batch() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, SECRET).messageId();
        UUID other = chat.say(an, room, "stays").messageId();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(chat.edits.edit(an, message, SECRET + i, null));
            answers.add(chat.edits.edit(an, other, "stays " + i, null));
            answers.add(chat.reactions.add(binh, message, "👍"));
        }
        answers.add(chat.recalls.recall(an, message));
        CompletableFuture<ChangeReceipt> late = chat.edits.edit(an, message, "after all", null);
        CompletableFuture<SendReceipt> reply = chat.messages.send(binh, chat.reply(room, message, "what?"));
        answers.forEach(CompletableFuture::join);

        assertRefused(() -> late, ErrorCode.CONFLICT);
        long rev = reply.join().rev();
        assertThat(chat.told(room, rev).toString()).doesNotContain(SECRET);
        assertThat(textsLike(SECRET)).isEmpty();
        assertThat(chat.messages.get(binh, message).reactions()).isEmpty();
        assertThat(chat.edits.list(an, other)).hasSize(20);
        assertThat(chat.kept.after(room, 0, 100).stream().map(RoomEvent::rev).toList())
                .hasSize((int) rev)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void owners_and_admins_recall_what_lower_roles_wrote_and_nothing_else() {
        UUID room = chat.group(an, binh, chi);
        chat.rooms.changeRole(an, room, binh.userId(), Role.ADMIN).join();
        UUID ofOwner = chat.say(an, room, "by the owner").messageId();
        UUID ofAdmin = chat.say(binh, room, "by the admin").messageId();
        UUID ofMember = chat.say(chi, room, "by a member").messageId();
        assertRefused(() -> chat.recalls.recall(chi, ofOwner), ErrorCode.FORBIDDEN);
        assertRefused(() -> chat.recalls.recall(chi, ofAdmin), ErrorCode.FORBIDDEN);
        assertRefused(() -> chat.recalls.recall(binh, ofOwner), ErrorCode.FORBIDDEN);

        long rev = chat.recalls.recall(binh, ofMember).join().rev();
        assertThat(((RoomEvent.MessageRecalled) chat.told(room, rev)).userId()).isEqualTo(binh.userId());
        chat.rooms.removeMember(an, room, chi.userId()).join();
        chat.recalls.recall(an, ofAdmin).join();
        chat.recalls.recall(an, ofOwner).join();
    }

    @Test
    void what_somebody_wrote_who_has_left_can_be_recalled_by_moderators() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(chi, room, "bye").messageId();
        chat.rooms.leave(chi, room).join();
        assertRefused(() -> chat.recalls.recall(binh, message), ErrorCode.FORBIDDEN);
        assertRefused(() -> chat.recalls.recall(chi, message), ErrorCode.NOT_FOUND);
        chat.recalls.recall(an, message).join();
    }

    @Test
    void in_a_direct_room_each_recalls_their_own() {
        UUID room = chat.direct(an, binh);
        UUID message = chat.say(an, room, "hi").messageId();
        assertRefused(() -> chat.recalls.recall(binh, message), ErrorCode.FORBIDDEN);
        chat.people.block(binh, an);
        chat.recalls.recall(an, message).join();
    }

    @Test
    void a_message_whose_time_is_over_is_recalled_in_its_senders_name() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(binh, room, "short").messageId();
        chat.rooms.leave(binh, room).join();
        long rev = chat.recalls.withdraw(message).join().rev();
        assertThat(((RoomEvent.MessageRecalled) chat.told(room, rev)).userId()).isEqualTo(binh.userId());
        assertThat(chat.messages.get(an, message).content()).isNull();
    }

    @Test
    void a_recalled_message_is_unread_no_more_whether_marks_are_written_or_wait() {
        UUID room = chat.group(an, binh, chi);
        List<UUID> said = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            said.add(chat.say(an, room, "m" + i).messageId());
        }
        assertThat(chat.unreads.read(binh, room, 2)).isEqualTo(4);
        chat.recalls.recall(an, said.get(4)).join(); // above the waiting mark
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(3);
        chat.recalls.recall(an, said.get(0)).join(); // below it, though above the written one
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(3);
        assertThat(chat.inbox.get(chi, room).unread()).isEqualTo(4);

        chat.unreads.writeMarks();
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(3);
        chat.recalls.recall(an, said.get(5)).join(); // above the written mark
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(2);
        assertThat(chat.unreads.read(binh, room, 3)).isEqualTo(1);
        chat.recalls.recall(an, said.get(1)).join(); // read long ago
        chat.unreads.writeMarks();
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(1);
        assertThat(chat.unreads.read(binh, room, 6)).isZero();
        chat.unreads.writeMarks();
        assertThat(chat.inbox.get(binh, room).unread()).isZero();
        assertThat(chat.inbox.get(chi, room).unread()).isEqualTo(2);
        assertThat(chat.inbox.get(an, room).unread()).isZero();
    }

    @Test
    void who_writes_in_the_same_batch_as_a_recall_has_nothing_unread() {
        UUID room = chat.direct(an, binh);
        UUID message = chat.say(an, room, "one").messageId();
        chat.say(an, room, "two");
        List<CompletableFuture<?>> together = new ArrayList<>();
        together.add(chat.recalls.recall(an, message));
        together.add(chat.messages.send(binh, chat.text(room, "an answer")));
        together.add(chat.messages.send(an, chat.text(room, "three")));
        together.forEach(CompletableFuture::join);
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(1);
        assertThat(chat.inbox.get(an, room).unread()).isZero();
    }

    @Test
    void unread_is_what_a_count_says_however_sends_reads_and_recalls_interleave() {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        List<Caller> members = List.of(an, binh, chi);
        UUID room = chat.group(an, binh, chi);
        List<SendReceipt> said = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            List<CompletableFuture<SendReceipt>> sends = new ArrayList<>();
            List<CompletableFuture<ChangeReceipt>> recalls = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Caller member = members.get(random.nextInt(3));
                switch (random.nextInt(4)) {
                    case 0 -> sends.add(chat.messages.send(member, chat.text(room, "round " + round)));
                    case 1 -> chat.unreads.read(member, room, random.nextInt(said.size() + 1));
                    case 2 -> chat.unreads.writeMarks();
                    default -> {
                        if (!said.isEmpty()) {
                            recalls.add(chat.recalls.withdraw(
                                    said.get(random.nextInt(said.size())).messageId()));
                        }
                    }
                }
            }
            recalls.forEach(CompletableFuture::join);
            sends.forEach(send -> said.add(send.join()));
            for (Caller member : members) {
                Conversation shown = chat.inbox.get(member, room);
                assertThat(shown.unread()).as("seed %d, round %d", seed, round).isEqualTo(counted(member, shown));
            }
        }
    }

    private long counted(Caller member, Conversation shown) {
        return chat.messages.after(member, shown.roomId(), shown.readSeq(), 200).stream()
                .filter(message -> !message.userId().equals(member.userId()) && message.recalledAt() == null)
                .count();
    }

    /// Every text of every table that holds these words.
    private List<String> textsLike(String words) {
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            chat.database
                    .read(handle -> handle.createQuery("SELECT * FROM " + table)
                            .mapToMap()
                            .list())
                    .forEach(row -> row.forEach((column, value) -> {
                        if (String.valueOf(value).contains(words)) {
                            found.add(table + "." + column + ": " + value);
                        }
                    }));
        }
        return found;
    }

    private List<String> tables() {
        return chat.database.read(handle -> {
            List<String> names = new ArrayList<>();
            try (var tables =
                    handle.getConnection().getMetaData().getTables(null, null, "tb_%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            assertThat(names).contains("tb_messages", "tb_edits", "tb_changes");
            return names;
        });
    }
}
