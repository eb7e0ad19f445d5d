package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.Page;
import tingting.protocol.RoomEvent;
import tingting.room.RoomKind;
import tingting.testing.TestChat;

class ReactionsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_reaction_stands_under_the_message_and_everybody_is_told_how_it_stands_now() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(an, room, "tea?").messageId();
        chat.reactions.add(binh, message, "👍").join();
        chat.reactions.add(chi, message, "👍").join();
        long rev = chat.reactions.add(chi, message, "❤️").join().rev();

        List<Message.Reaction> standing = List.of(
                new Message.Reaction("👍", 2, List.of(binh.userId(), chi.userId())),
                new Message.Reaction("❤️", 1, List.of(chi.userId())));
        var last = new RoomEvent.ReactionChanged(message, chi.userId(), "❤️", false, standing);
        assertThat(chat.told(room, rev)).isEqualTo(last);
        assertThat(chat.kept.after(binh, room, rev - 1, 1))
                .extracting(RoomEvent::body)
                .containsExactly(last);
    }

    @Test
    void answers_say_which_reactions_are_ones_own_and_events_do_not() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "tea?").messageId();
        long rev = chat.reactions.add(binh, message, "👍").join().rev();
        assertThat(chat.messages.get(binh, message).reactions())
                .extracting(Message.Reaction::me)
                .containsExactly(true);
        assertThat(chat.messages.recent(an, room, 0, 1).getFirst().reactions())
                .extracting(Message.Reaction::me)
                .containsExactly(false);
        assertThat(chat.inbox.list(binh).getFirst().lastMessage()).isEqualTo(chat.messages.get(binh, message));
        RoomEvent.ReactionChanged told = (RoomEvent.ReactionChanged) chat.told(room, rev);
        assertThat(told.reactions()).extracting(Message.Reaction::me).containsOnlyNulls();
        assertThat(chat.kept.after(binh, room, 0, 1).toString()).doesNotContain("me=true");
    }

    @Test
    void a_reaction_twice_takes_no_number_and_neither_does_one_taken_back_that_was_not_there() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "tea?").messageId();
        assertThat(chat.reactions.remove(binh, message, "👍").join().rev()).isEqualTo(1);
        assertThat(chat.reactions.add(binh, message, "👍").join().rev()).isEqualTo(2);
        assertThat(chat.reactions.add(binh, message, "👍").join().rev()).isEqualTo(2);
        assertThat(chat.reactions.remove(binh, message, "👍").join().rev()).isEqualTo(3);
        assertThat(chat.messages.get(an, message).reactions()).isEmpty();
        assertThat(chat.inbox.get(an, room).rev()).isEqualTo(3);
    }

    @Test
    void what_is_told_and_what_is_kept_have_one_order_however_reactions_come_and_go() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(an, room, "tea?").messageId();
        List<CompletableFuture<ChangeReceipt>> answers = new ArrayList<>();
        for (Caller one : List.of(an, binh, chi)) {
            answers.add(chat.reactions.add(one, message, "👍"));
            answers.add(chat.reactions.add(one, message, "❤️"));
        }
        answers.add(chat.reactions.remove(an, message, "👍"));
        answers.add(chat.reactions.remove(binh, message, "👍"));
        answers.add(chat.reactions.add(binh, message, "👍"));
        answers.add(chat.reactions.remove(chi, message, "👍"));
        answers.add(chat.reactions.add(an, message, "😀"));
        answers.add(chat.reactions.remove(an, message, "❤️"));
        long last = answers.getLast().join().rev();
        answers.forEach(CompletableFuture::join);

        var told = (RoomEvent.ReactionChanged) chat.told(room, last);
        var kept = (RoomEvent.ReactionChanged)
                chat.kept.after(room, last - 1, 1).getFirst().body();
        assertThat(told).isEqualTo(kept);
        assertThat(told.reactions()).extracting(Message.Reaction::emoji).containsExactly("❤️", "👍", "😀");
    }

    @Test
    void a_message_takes_twenty_different_emoji_and_any_number_of_each() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "all of them").messageId();
        for (int i = 0; i < 20; i++) {
            chat.reactions.add(an, message, Character.toString(0x1F600 + i)).join();
        }
        assertRefused(() -> chat.reactions.add(binh, message, "👍"), ErrorCode.CONFLICT);
        chat.reactions.add(binh, message, Character.toString(0x1F600)).join();
        chat.reactions.remove(an, message, Character.toString(0x1F601)).join();
        chat.reactions.add(binh, message, "👍").join();
    }

    @Test
    void ten_people_are_named_under_a_message_and_the_reader_counts_beyond() {
        Caller[] many = new Caller[12];
        for (int i = 0; i < many.length; i++) {
            many[i] = chat.people.add("person" + i);
        }
        UUID room = chat.group(an, many);
        UUID message = chat.say(an, room, "hello all").messageId();
        for (Caller one : many) {
            chat.reactions.add(one, message, "👋").join();
        }
        Message.Reaction seen = chat.messages.get(many[11], message).reactions().getFirst();
        assertThat(seen.count()).isEqualTo(12);
        assertThat(seen.userIds()).hasSize(10).doesNotContain(many[11].userId());
        assertThat(seen.me()).isTrue();

        Page<Reaction> first = chat.reactions.list(an, message, "👋", null, 8);
        Page<Reaction> second = chat.reactions.list(an, message, "👋", first.nextCursor(), 8);
        assertThat(first.items()).hasSize(8);
        assertThat(second.items()).extracting(Reaction::userId).contains(many[11].userId());
        assertThat(second.nextCursor()).isNull();
        assertThat(chat.reactions.list(an, message, "👍", null, 8).items()).isEmpty();
        assertThat(chat.reactions.list(an, message, null, null, 50).items()).hasSize(12);
        assertRefused(() -> chat.reactions.list(an, message, null, "%", 8), ErrorCode.INVALID_REQUEST);
    }

    @Test
    void every_reader_of_a_channel_may_react() {
        UUID room = chat.room(RoomKind.CHANNEL, an, binh);
        UUID message = chat.say(an, room, "news").messageId();
        chat.reactions.add(binh, message, "🎉").join();
        assertThat(chat.messages.get(an, message).reactions()).hasSize(1);
    }

    @Test
    void a_block_stops_reactions_in_the_direct_room() {
        UUID room = chat.direct(an, binh);
        UUID message = chat.say(an, room, "hi").messageId();
        chat.people.block(an, binh);
        assertRefused(() -> chat.reactions.add(binh, message, "👍"), ErrorCode.BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"❤️", "❤", "👍🏽", "👩‍👩‍👧‍👦", "🇻🇳", "5️⃣", "#⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🫠", "☕"})
    void an_emoji_of_any_make_is_one(String emoji) {
        assertThat(Emoji.require(emoji)).isEqualTo(emoji);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "5",
                "#",
                "👍👍",
                "👍 ",
                "a👍",
                "🇻",
                "\u200d",
                "\ufe0f",
                "ok",
                "<b>",
                "é",
                "😀\u0301"
            })
    void what_is_no_emoji_or_more_than_one_is_refused(String text) {
        assertRefused(() -> Emoji.require(text), ErrorCode.INVALID_REQUEST);
    }
}
