package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tingting.presence.Presences.Seen;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Json;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.protocol.Problem.FieldError;
import tingting.protocol.UserEvent;
import tingting.protocol.UserEvent.ProfileUpdated;
import tingting.testing.TestPeople;

class ProfilesTest {
    private final TestPeople people = new TestPeople();
    private final Profiles profiles = people.profiles;
    private final Caller lan = people.caller("lan");

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void what_a_change_names_changes_and_the_rest_stays() {
        change("""
                {"display_name": " Ngọc Lan ", "bio": "dòng một\\ndòng hai", "status_text": "đi vắng",
                 "avatar_url": "/media/a.png", "phone": "+84912345678"}""");
        Me me = change("{\"status_text\": \"về rồi\", \"unknown\": 1}");

        assertThat(me.user())
                .isEqualTo(new User(
                        lan.userId(), "lan", "Ngọc Lan", "/media/a.png", "dòng một\ndòng hai", "về rồi", null));
        assertThat(me.phone()).isEqualTo("+84912345678");
        assertThat(profiles.me(lan)).isEqualTo(me);
    }

    @Test
    void null_clears_and_a_display_name_gives_way_to_the_username() {
        change("""
                {"display_name": "Ngọc Lan", "bio": "b", "status_text": "s", "avatar_url": "/media/a.png",
                 "phone": "+84912345678", "settings": {"theme": "dark"}}""");
        Me me = change("""
                {"display_name": null, "bio": null, "status_text": null, "avatar_url": null,
                 "phone": null, "settings": null}""");

        assertThat(me.user()).isEqualTo(new User(lan.userId(), "lan", "lan", null, "", "", null));
        assertThat(me.phone()).isNull();
        assertThat(me.settings()).isEmpty();
    }

    @Test
    void settings_are_merged_one_by_one() {
        change("{\"settings\": {\"theme\": \"dark\", \"language\": \"vi\", \"sound\": {\"on\": true}}}");
        Me me = change("{\"settings\": {\"theme\": null, \"language\": \"en\"}}");

        assertThat(me.settings()).isEqualTo(json("{\"language\": \"en\", \"sound\": {\"on\": true}}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "display_name, `\"\"`",
                "display_name, 1",
                "display_name, `\"a\\nb\"`",
                "display_name, `\"a\\u0000b\"`",
                "display_name, `\"\\ud800\"`",
                "phone, `\"911\"`",
                "status_text, `\"a\\nb\"`",
                "avatar_url, `\"javascript:alert(1)\"`",
                "avatar_url, `\"/etc/passwd\"`",
                "avatar_url, `\"https://x/\\\"onerror=\"`",
                "settings, `[]`",
                "settings, `\"dark\"`"
            })
    void what_is_wrong_with_a_change_is_named_and_nothing_changes(String field, String value) {
        Me before = profiles.me(lan);

        assertThatThrownBy(() -> change("{\"bio\": \"new\", \"" + field + "\": " + value + "}"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
                });
        assertThat(profiles.me(lan)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"display_name, 64", "bio, 500", "status_text, 140"})
    void texts_are_bounded_in_characters_of_any_script(String field, int longest) {
        change("{\"%s\": \"%s\"}".formatted(field, "🚀".repeat(longest)));

        assertThatThrownBy(() -> change("{\"%s\": \"%s\"}".formatted(field, "a".repeat(longest + 1))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void settings_are_bounded() {
        assertThatThrownBy(() -> change("{\"settings\": {\"note\": \"%s\"}}".formatted("x".repeat(17_000))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_phone_number_belongs_to_one() {
        Caller minh = people.caller("minh");
        change("{\"phone\": \"+84912345678\"}");
        // one's own may be written again
        change("{\"phone\": \"+84 912 345 678\"}");

        assertThatThrownBy(() -> change(minh, "{\"phone\": \"0084 912 345 678\"}"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
        change("{\"phone\": null}");
        change(minh, "{\"phone\": \"+84912345678\"}");
    }

    @Test
    void a_new_profile_is_told_to_oneself_friends_and_direct_peers_and_to_nobody_blocked() {
        Caller friend = people.caller("friend");
        Caller peer = people.caller("peer");
        Caller blockedPeer = people.caller("blocked-peer");
        Caller stranger = people.caller("stranger");
        Caller asking = people.caller("asking");
        people.friends.accept(lan, people.friends.request(friend, lan.userId()).requestId());
        people.friends.request(asking, lan.userId());
        directRoom(lan, peer);
        directRoom(lan, blockedPeer);
        people.blocks.block(lan, blockedPeer.userId());
        people.heard.clear();

        change("{\"display_name\": \"Ngọc Lan\"}");

        var told = new ProfileUpdated(lan.userId(), "lan", "Ngọc Lan", null, "", "", false);
        assertThat(people.heard)
                .containsExactlyInAnyOrder(
                        new UserEvent(lan.userId(), told),
                        new UserEvent(friend.userId(), told),
                        new UserEvent(peer.userId(), told));
        assertThat(people.told(stranger)).isEmpty();
    }

    @Test
    void what_only_oneself_sees_is_told_to_oneself_alone_and_no_change_to_nobody() {
        Caller friend = people.caller("friend");
        people.friends.accept(lan, people.friends.request(friend, lan.userId()).requestId());
        people.heard.clear();
        long before = people.userRev(lan);

        change("{\"phone\": \"+84912345678\"}");
        assertThat(people.heard).extracting(UserEvent::userId).containsExactly(lan.userId());
        assertThat(people.userRev(lan)).isEqualTo(before + 1);

        change("{\"phone\": \"+84912345678\"}");
        assertThat(people.heard).hasSize(1);
        assertThat(people.userRev(lan)).isEqualTo(before + 1);
    }

    @Test
    void anybody_sees_the_public_profile_and_nothing_more() {
        change("{\"phone\": \"+84912345678\", \"display_name\": \"Ngọc Lan\"}");
        User seen = profiles.user(people.caller("minh"), lan.userId());

        assertThat(Json.MAPPER.<JsonNode>valueToTree(seen)).isEqualTo(json("""
                        {"user_id": "%s", "username": "lan", "display_name": "Ngọc Lan", "avatar_url": null,
                         "bio": "", "status_text": "", "presence": {"status": "offline", "last_seen": null}}""".formatted(lan.userId())));
    }

    @Test
    void one_s_own_profile_is_the_public_one_and_more() {
        assertThat(Json.MAPPER.<JsonNode>valueToTree(profiles.me(lan))).isEqualTo(json("""
                        {"user_id": "%s", "username": "lan", "display_name": "lan", "avatar_url": null,
                         "bio": "", "status_text": "", "email": null, "email_verified_at": null, "phone": null,
                         "has_password": true, "role": "user", "muted_until": null, "second_factor": false,
                         "settings": {}, "created_at": "2026-03-01T08:00:00.000Z"}""".formatted(lan.userId())));
    }

    @Test
    void nobody_and_closed_accounts_are_not_found() {
        Caller minh = people.caller("minh");
        people.deactivate(minh, TestPeople.PASSWORD);

        for (UUID id : List.of(minh.userId(), people.ids.next())) {
            assertThatThrownBy(() -> profiles.user(lan, id))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void presence_is_shown_as_the_asking_person_may_see_it() {
        Caller minh = people.caller("minh");
        people.friends.accept(lan, people.friends.request(minh, lan.userId()).requestId());
        people.presences.connected(lan.userId());

        assertThat(profiles.user(minh, lan.userId()).presence()).isEqualTo(new Seen("online", null));
        assertThat(profiles.search(minh, "lan", 10, Optional.empty()).items())
                .extracting(User::presence)
                .containsExactly(new Seen("online", null));
        assertThat(profiles.user(people.caller("stranger"), lan.userId()).presence())
                .isEqualTo(new Seen("offline", null));
    }

    @Test
    void people_are_found_by_the_beginning_of_a_name_s_words_without_case_and_marks() {
        named("huong.dang", "Đặng Thị Hương");
        named("binh_1", "Trần Văn Bình");

        for (String query : List.of("dang thi", "ĐẶNG", "hương", "HUO", "huong.d", "@huong", "  thi   huong ")) {
            assertThat(found(query)).as(query).containsExactly("huong.dang");
        }
        assertThat(found("binh_")).containsExactly("binh_1");
        assertThat(found("inh")).as("not within a word").isEmpty();
        assertThat(found("huong dang thi x")).isEmpty();
    }

    @Test
    void wildcards_in_a_query_mean_themselves() {
        named("percent", "100% thật");
        named("underline", "a_b");
        named("exclamation", "wow! đẹp");

        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("100%")).containsExactly("percent");
        assertThat(found("1%t")).isEmpty();
        assertThat(found("a_b")).containsExactly("underline");
        assertThat(found("u_d")).isEmpty();
        assertThat(found("wow!")).containsExactly("exclamation");
        assertThat(found("'; DROP TABLE tb_users; --")).isEmpty();
        assertThat(found("a\u0000b")).isEmpty();
    }

    @Test
    void oneself_closed_accounts_and_the_blocked_are_not_found() {
        Caller blocked = named("an.blocked", "An");
        Caller blocker = named("an.blocker", "An");
        Caller closed = named("an.closed", "An");
        named("an.there", "An");
        change("{\"display_name\": \"An\"}");
        people.blocks.block(lan, blocked.userId());
        people.blocks.block(blocker, lan.userId());
        people.deactivate(closed, TestPeople.PASSWORD);

        assertThat(found("an")).containsExactly("an.there");
        assertThat(found("")).containsExactly("an.there");
    }

    @Test
    void pages_of_a_search_hold_everyone_once_usernames_first() {
        named("zoe", "Zoe");
        for (String username : List.of("an3", "an1", "an2")) {
            named(username, "Somebody");
        }
        for (String username : List.of("b1x", "b2x")) {
            named(username, "Nguyễn An");
        }
        List<String> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<User> page = profiles.search(lan, "an", 2, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(user -> all.add(user.username()));
            cursor = Optional.ofNullable(page.nextCursor());
        } while (cursor.isPresent());

        assertThat(all).containsExactly("an1", "an2", "an3", "b1x", "b2x");
    }

    private List<String> found(String query) {
        return profiles.search(lan, query, 50, Optional.empty()).items().stream()
                .map(User::username)
                .toList();
    }

    private Caller named(String username, String displayName) {
        return people.accounts
                .register(new Registration(username, TestPeople.PASSWORD, null, null, displayName), TestPeople.DEVICE)
                .tokens()
                .caller();
    }

    private void directRoom(Caller one, Caller other) {
        UUID room = people.ids.next();
        people.database.run(handle -> {
            handle.execute("""
                    INSERT INTO tb_chat_rooms (chat_room_id, kind, is_group, created_by, created_at)
                    VALUES (?, 'direct', FALSE, ?, 0)""", room, one.userId());
            for (Caller member : List.of(one, other)) {
                handle.execute("""
                        INSERT INTO tb_user_room (user_id, room_id, joined_at, joined_rev, role, read_seq, delivered_seq)
                        VALUES (?, ?, 0, 0, 'member', 0, 0)""", member.userId(), room);
            }
        });
    }

    private Me change(String body) {
        return change(lan, body);
    }

    private Me change(Caller caller, String body) {
        return profiles.change(caller, ProfileChange.read(json(body)));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
