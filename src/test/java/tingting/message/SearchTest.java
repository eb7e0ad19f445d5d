package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.Page;
import tingting.protocol.RoomEvent;
import tingting.testing.TestChat;
import tingting.testing.TestDatabase;

/// Finding messages, on a real database, without a gateway.
class SearchTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");
    private final Search search = new Search(chat.database);
    private SearchIndex index = new SearchIndex(chat.database);

    SearchTest() {
        chat.bus.subscribe(event -> {
            if (event instanceof RoomEvent change) {
                index.changed(change);
            }
        });
    }

    @AfterEach
    void close() {
        index.close();
        chat.close();
    }

    @Test
    void a_message_is_found_without_case_and_marks() {
        UUID room = chat.group(an, binh);
        chat.say(an, room, "Đặng Thị Ngọc có ở đó không?");
        chat.say(an, room, Normalizer.normalize("CHỊ NGỌC ĐẶNG ƠI", Normalizer.Form.NFD));
        chat.say(an, room, "không liên quan");
        awaitIndex(room);

        for (String query : List.of("dang ngoc", "ĐẶNG NGỌC", "đặng ngọc", "ngọc ĐẶNG", nfd("Đặng Ngọc"))) {
            assertThat(found(binh, query))
                    .as(query)
                    .containsExactly(nfd("CHỊ NGỌC ĐẶNG ƠI"), "Đặng Thị Ngọc có ở đó không?");
        }
    }

    @Test
    void every_word_must_occur_and_only_the_last_one_may_be_a_beginning() {
        UUID room = chat.group(an, binh);
        chat.say(an, room, "họp nhóm chiều thứ hai");
        chat.say(an, room, "chiều nay nghỉ");
        awaitIndex(room);

        assertThat(found(an, "chieu ngh")).containsExactly("chiều nay nghỉ");
        assertThat(found(an, "chieu")).hasSize(2);
        assertThat(found(an, "chi nay")).isEmpty();
        assertThat(found(an, "hop nghi")).isEmpty();
    }

    @Test
    void ideographs_are_found_one_by_one() {
        UUID room = chat.group(an, binh);
        chat.say(an, room, "明日の会議は十時です");
        awaitIndex(room);
        assertThat(found(binh, "会議")).hasSize(1);
        assertThat(found(binh, "議")).hasSize(1);
        assertThat(found(binh, "昨日")).isEmpty();
    }

    @Test
    void only_members_find_anything() {
        UUID room = chat.group(an, binh);
        UUID other = chat.group(chi);
        chat.say(an, room, "bí mật");
        chat.say(chi, other, "bí mật của chi");
        awaitIndex(room);
        awaitIndex(other);

        assertThat(found(chi, "bi mat")).containsExactly("bí mật của chi");
        TestChat.assertRefused(() -> find(chi, query("bi mat", room, null, null)), ErrorCode.NOT_FOUND);
        TestChat.assertRefused(() -> find(chi, query("bi mat", chat.ids.next(), null, null)), ErrorCode.NOT_FOUND);
        TestChat.assertRefused(() -> find(chi, query("?!", room, null, null)), ErrorCode.NOT_FOUND);

        chat.rooms.leave(binh, room).join();
        assertThat(found(binh, "bi mat")).isEmpty();
    }

    @Test
    void somebody_in_many_rooms_finds_what_is_in_theirs_and_nothing_else() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            all.add(chat.group(an));
            sayLater(an, all.getLast(), "needle " + i);
        }
        UUID foreign = chat.group(chi);
        chat.say(chi, foreign, "needle of chi");
        all.forEach(this::awaitIndex);
        awaitIndex(foreign);

        assertThat(found(an, "needle")).hasSize(50).startsWith("needle 69");
        assertThat(found(chi, "needle")).containsExactly("needle of chi");
        assertThat(contents(find(an, query("needle", all.get(3), null, null)))).containsExactly("needle 3");
    }

    @Test
    void what_was_written_before_one_joined_is_found_as_the_history_says() {
        UUID room = chat.group(an, binh);
        chat.say(an, room, "word before");
        chat.hideHistory(an, room);
        chat.rooms.addMembers(an, room, Set.of(chi.userId())).join();
        chat.say(an, room, "word after");
        awaitIndex(room);

        assertThat(found(chi, "word")).containsExactly("word after");
        assertThat(found(binh, "word")).hasSize(2);
    }

    @Test
    void a_direct_room_that_one_left_is_still_searched() {
        UUID room = chat.direct(an, binh);
        chat.say(an, room, "hidden but there");
        chat.rooms.leave(binh, room).join();
        chat.people.block(an, binh);
        awaitIndex(room);
        assertThat(found(binh, "hidden")).hasSize(1);
    }

    @Test
    void room_sender_and_time_narrow_the_search() {
        UUID room = chat.group(an, binh);
        UUID other = chat.group(an, binh);
        sayLater(an, room, "word by an");
        sayLater(binh, room, "word by binh");
        sayLater(an, other, "word elsewhere");
        awaitIndex(room);
        awaitIndex(other);

        assertThat(contents(find(an, query("word", room, null, null)))).containsExactly("word by binh", "word by an");
        assertThat(contents(find(an, query("word", null, an, null)))).containsExactly("word elsewhere", "word by an");
        assertThat(contents(find(an, query("word", null, chi, null)))).isEmpty();
        Instant second = chat.messages.recent(an, room, 0, 1).getFirst().createdAt();
        assertThat(contents(find(an, query("word", room, null, second)))).containsExactly("word by an");
        assertThat(contents(find(an, query("word", room, null, Instant.MAX)))).hasSize(2);
        assertThat(contents(find(an, query("word", room, null, Instant.EPOCH)))).isEmpty();
    }

    @Test
    void pages_follow_each_other_from_the_newest_message_on_without_gap_or_repetition() {
        UUID room = chat.group(an, binh);
        List<String> said = new ArrayList<>();
        List<CompletableFuture<SendReceipt>> answers = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            said.addFirst("word " + i);
            answers.add(chat.messages.send(an, chat.text(room, "word " + i)));
        }
        answers.forEach(CompletableFuture::join);
        awaitIndex(room);

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Search.Hit> page = search.find(binh, query("word", null, null, null), 50, cursor);
            seen.addAll(contents(page));
            cursor = Optional.ofNullable(page.nextCursor());
        } while (cursor.isPresent());
        assertThat(seen).containsExactlyElementsOf(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\" OR *",
                "* OR word",
                "NEAR(word, 2)",
                "word\" OR \"#",
                "'",
                "word' | 'x",
                "word:*",
                "-word",
                "words : word",
                "^word",
                "\\",
                "word \u0000",
                "(word",
                "word)",
                "word AND",
                "#",
                "@",
                "👍",
                "%",
                "_"
            })
    void a_query_is_words_and_nothing_else(String text) {
        UUID room = chat.group(an);
        UUID foreign = chat.group(chi);
        chat.say(an, room, "a word");
        chat.say(chi, foreign, "word or near and x 2 words");
        awaitIndex(room);
        awaitIndex(foreign);

        List<String> expected = SearchWords.of(text).stream()
                        .map(SearchWords.Word::text)
                        .toList()
                        .equals(List.of("word"))
                ? List.of("a word")
                : List.of();
        assertThat(found(an, text)).isEqualTo(expected);
    }

    @Test
    void neither_room_nor_sender_can_be_asked_for_by_their_words() {
        UUID room = chat.group(an);
        chat.say(an, room, "a word");
        awaitIndex(room);
        assertThat(found(an, SearchStore.roomWord(room))).isEmpty();
        assertThat(found(an, SearchStore.senderWord(an.userId()))).isEmpty();
    }

    @Test
    void an_enormous_query_and_an_enormous_message_are_no_trouble() {
        UUID room = chat.group(an);
        String all = IntStream.range(0, 2000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        chat.say(an, room, all.substring(0, 10_000));
        chat.say(an, room, "x".repeat(10_000));
        chat.say(an, room, "\u0001字".repeat(5_000));
        awaitIndex(room);
        assertThat(found(an, all.substring(0, 10_000))).hasSize(1);
        assertThat(found(an, "x".repeat(10_000))).hasSize(1);
        assertThat(found(an, "字".repeat(10_000))).hasSize(1);
    }

    @Test
    void what_was_not_indexed_when_the_server_ended_is_indexed_by_the_next_start() {
        index.close();
        UUID room = chat.group(an);
        for (int i = 0; i < 500; i++) {
            chat.messages.send(an, chat.text(room, "missed " + i));
        }
        UUID other = chat.group(an);
        chat.say(an, other, "missed elsewhere");

        index = new SearchIndex(chat.database);
        awaitIndex(room);
        awaitIndex(other);
        assertThat(found(an, "missed 0")).contains("missed 0");
        assertThat(found(an, "missed elsewhere")).hasSize(1);
    }

    @Test
    void two_indexers_of_the_same_rooms_do_not_disturb_each_other() {
        UUID room = chat.group(an);
        try (SearchIndex second = new SearchIndex(chat.database)) {
            for (int i = 0; i < 300; i++) {
                Message message =
                        chat.messages.get(an, chat.say(an, room, "shared " + i).messageId());
                second.changed(new RoomEvent(room, message.seq(), new RoomEvent.NewMessage(message)));
            }
            awaitIndex(room);
        }
        assertThat(count("tb_search")).isEqualTo(300);
        assertThat(found(an, "shared 299")).containsExactly("shared 299");
    }

    @Test
    void an_edited_message_is_found_by_its_new_words_and_not_by_the_old_ones() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "gặp lúc tám giờ").messageId();
        awaitIndex(room);
        chat.edits.edit(an, message, "gặp lúc chín giờ", null).join();
        awaitIndex(room);

        assertThat(found(binh, "tam gio")).isEmpty();
        assertThat(found(binh, "chin gio")).containsExactly("gặp lúc chín giờ");
        assertThat(count("tb_search")).isEqualTo(1);
        assertThat(wordsOfTheIndex("tam")).isZero();
    }

    @Test
    void a_recalled_message_is_found_no_more_and_leaves_no_word_behind() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "xylophon zzyzx").messageId();
        chat.say(an, room, "something else");
        awaitIndex(room);
        assertThat(found(binh, "zzyzx")).hasSize(1);

        chat.recalls.recall(an, message).join();

        assertThat(found(binh, "zzyzx")).isEmpty();
        assertThat(count("tb_search")).isEqualTo(1);
        assertThat(wordsOfTheIndex("zzyzx")).isZero();
    }

    @Test
    void a_message_that_is_recalled_while_it_is_being_indexed_stays_out() {
        index.close();
        UUID room = chat.group(an);
        UUID message = chat.say(an, room, "too late").messageId();
        SearchStore store = new SearchStore(chat.database.dialect());
        List<SearchStore.Written> written =
                chat.database.read(handle -> store.written(handle, List.of(new SearchStore.Stretch(room, 0, 1))));
        assertThat(written).extracting(SearchStore.Written::messageId).containsExactly(message);

        chat.recalls.recall(an, message).join();
        chat.database.run(handle -> store.put(handle, List.of(new SearchStore.Entry(message, room, 1, "too late"))));

        assertThat(count("tb_search")).isZero();
    }

    @Test
    void no_race_of_recalls_edits_and_the_index_brings_a_word_back() {
        UUID room = chat.group(an);
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            UUID message = chat.say(an, room, "secret " + i).messageId();
            answers.add(chat.edits.edit(an, message, "open " + i, null));
            if (i % 3 > 0) {
                answers.add(chat.recalls.recall(an, message));
            }
        }
        answers.forEach(CompletableFuture::join);
        awaitIndex(room);

        assertThat(found(an, "secret")).isEmpty();
        assertThat(found(an, "open")).hasSize(50);
        assertThat(count("tb_search")).isEqualTo(100);
        assertThat(wordsOfTheIndex("secret")).isZero();
    }

    @Test
    void the_hit_is_the_message_as_its_reader_sees_it_in_the_history() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "a word with a reaction").messageId();
        chat.reactions.add(binh, message, "❤️").join();
        awaitIndex(room);

        Search.Hit hit = find(binh, query("reaction", null, null, null)).items().getFirst();
        assertThat(hit.message()).isEqualTo(chat.messages.get(binh, message));
        assertThat(hit.snippet()).contains(new Snippet.Part("reaction", true));
    }

    // ---- what the tests are made of

    /// Says it a millisecond after what was said before: between rooms, those of one millisecond have no order.
    private void sayLater(Caller caller, UUID room, String text) {
        chat.clock.advance(Duration.ofMillis(1));
        chat.say(caller, room, text);
    }

    /// Until everything that was written in the room so far is looked at.
    private void awaitIndex(UUID room) {
        await().until(() -> chat.database.read(handle -> handle.createQuery(
                        "SELECT COALESCE((SELECT p.rev FROM tb_search_progress p WHERE p.room_id = :room), 0)"
                                + " >= (SELECT MAX(rev) FROM (SELECT m.rev FROM tb_messages m"
                                + " WHERE m.room_id = :room UNION SELECT c.rev FROM tb_changes c"
                                + " WHERE c.room_id = :room AND c.type = 'message_edited') written)")
                .bind("room", room)
                .mapTo(Boolean.class)
                .one()));
    }

    private long count(String table) {
        return chat.database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    /// In how many places the word stands in the index itself, where that can be seen.
    private long wordsOfTheIndex(String word) {
        return TestDatabase.POSTGRESQL
                ? 0
                : chat.database.read(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM tb_search_words_data WHERE instr(block, CAST(:word AS BLOB)) > 0")
                        .bind("word", word)
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> found(Caller reader, String text) {
        return contents(find(reader, query(text, null, null, null)));
    }

    private Page<Search.Hit> find(Caller reader, Search.Query query) {
        return search.find(reader, query, 50, Optional.empty());
    }

    private static Search.Query query(
            String text, @Nullable UUID room, @Nullable Caller from, @Nullable Instant before) {
        return new Search.Query(
                text,
                Optional.ofNullable(room),
                Optional.ofNullable(from).map(Caller::userId),
                Optional.ofNullable(before));
    }

    private static List<String> contents(Page<Search.Hit> page) {
        return page.items().stream()
                .map(hit -> String.valueOf(hit.message().content()))
                .toList();
    }

    private static String nfd(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
