package tingting.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tingting.testing.TestChat.assertRefused;
import static tingting.testing.TestPeople.ASKER;
import static tingting.testing.TestPeople.DEVICE;
import static tingting.testing.TestPeople.ERASURE_GRACE;
import static tingting.testing.TestPeople.PASSWORD;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.account.AccountState;
import tingting.account.Proof;
import tingting.account.User;
import tingting.message.Draft;
import tingting.message.MessageKind;
import tingting.message.MessageRooms;
import tingting.message.Messages;
import tingting.message.Recalls;
import tingting.moderation.AccountChange;
import tingting.moderation.Agent;
import tingting.moderation.Audit;
import tingting.moderation.Oversight;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.UserEvent;
import tingting.room.Journal;
import tingting.room.Role;
import tingting.room.RoomDraft;
import tingting.room.RoomKind;
import tingting.room.Rooms;
import tingting.sticker.Stickers;
import tingting.testing.TestPeople;

class ErasuresTest {
    private static final Proof PROOF = new Proof(Optional.of(PASSWORD), Optional.empty());
    /// More than one part of them.
    private static final int MESSAGES = 230;

    private final TestPeople people = new TestPeople();
    private final Journal journal = new Journal(people.database, people.bus, people.clock);
    private final Rooms rooms = new Rooms(people.database, journal, people.ids);
    private final Messages messages = new Messages(people.database, journal, new Stickers(), people.ids, 10_000);
    private final Recalls recalls = new Recalls(journal, new MessageRooms(people.database));
    private final Caller lan = people.caller("lan");
    private final Caller minh = people.caller("minh");
    private final UUID group = rooms.create(
                    lan, new RoomDraft(RoomKind.GROUP, "a room", null, null, Set.of(minh.userId())))
            .join();
    private final UUID direct = rooms.openDirect(lan, minh.userId()).join().roomId();

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void nothing_personal_is_left_of_who_was_erased_and_their_name_is_free_again() {
        people.friends.request(lan, minh.userId());
        people.friends.accept(minh, lan.userId());
        people.closures.erase(lan, PROOF, false, ASKER);
        eraseAfterGrace();

        String left = people.database.read(handle -> handle.createQuery("""
                        SELECT username || display_name || bio || status_text || COALESCE(password, '') || search_text || settings
                        FROM tb_users WHERE user_id = :user
                        """)
                .bind("user", lan.userId())
                .mapTo(String.class)
                .one());
        assertThat(left).isEqualTo("{}");
        for (String table : List.of("tb_sessions", "tb_friendships", "tb_user_status")) {
            assertThat(rowsOf(table)).as(table).isZero();
        }
        assertThat(people.told(minh)).contains(new UserEvent.FriendRemoved(lan.userId()));
        assertThat(people.signUp("lan").user().user().userId()).isNotEqualTo(lan.userId());
    }

    @Test
    void what_they_wrote_stays_without_a_name_and_groups_get_another_owner() {
        say(direct, "so long");
        people.closures.erase(lan, PROOF, false, ASKER);
        eraseAfterGrace();

        Message kept = history(direct).getFirst();
        assertThat(kept.content()).isEqualTo("so long");
        assertThat(people.profiles.users(minh, List.of(kept.userId())).values())
                .singleElement()
                .extracting(User::closed)
                .isEqualTo(true);
        assertThat(rooms.members(minh, group)).singleElement().satisfies(member -> {
            assertThat(member.userId()).isEqualTo(minh.userId());
            assertThat(member.role()).isEqualTo(Role.OWNER);
        });
    }

    @Test
    void what_they_wrote_is_recalled_where_they_wished_so_also_where_they_have_left() {
        for (int i = 0; i < MESSAGES; i++) {
            say(group, "message " + i);
        }
        say(direct, "so long");
        rooms.leave(lan, group).join();
        people.closures.erase(lan, PROOF, true, ASKER);
        eraseAfterGrace();

        assertThat(Stream.of(group, direct).flatMap(room -> history(room).stream()))
                .hasSize(MESSAGES + 1)
                .allSatisfy(message -> {
                    assertThat(message.content()).isNull();
                    assertThat(message.recalledAt()).isNotNull();
                });
    }

    @Test
    void nobody_is_erased_before_their_time_or_after_they_came_back() {
        people.closures.erase(lan, PROOF, true, ASKER);
        people.clock.advance(ERASURE_GRACE.minusSeconds(1));
        try (Erasures erasures = erasures()) {
            erasures.eraseDue();
        }
        people.closures.reopen("lan", PASSWORD, Optional.empty(), DEVICE);
        people.clock.advance(ERASURE_GRACE);
        try (Erasures erasures = erasures()) {
            erasures.eraseDue();
        }

        assertThat(people.signIn("lan").user().user().username()).isEqualTo("lan");
    }

    @Test
    void an_erasure_that_was_broken_off_is_finished_by_the_next_start() {
        say(direct, "so long");
        people.closures.erase(lan, PROOF, true, ASKER);
        Erasures stopping = erasures();
        stopping.close();
        people.clock.advance(ERASURE_GRACE);
        stopping.eraseDue();
        assertThat(history(direct).getFirst().recalledAt()).isNull();
        assertRefused(
                () -> people.closures.reopen("lan", PASSWORD, Optional.empty(), DEVICE), ErrorCode.INVALID_CREDENTIALS);

        eraseAfterGrace();

        assertThat(history(direct).getFirst().recalledAt()).isNotNull();
    }

    @Test
    void those_in_charge_cannot_open_what_was_erased() {
        people.closures.erase(lan, PROOF, false, ASKER);
        eraseAfterGrace();
        Oversight oversight = new Oversight(
                people.database,
                people.bus,
                people.sessions,
                people.accounts,
                people.profiles,
                people.secondFactorChanges,
                new Audit(people.database, people.ids, people.clock),
                people.clock);

        assertRefused(
                () -> oversight.change(new Agent.Operator("root"), lan.userId(), AccountChange.to(AccountState.ACTIVE)),
                ErrorCode.CONFLICT);
    }

    @Test
    void every_table_that_names_a_person_is_erased_or_kept_on_purpose() {
        Set<String> known = new TreeSet<>(Belongings.KEPT);
        Belongings.ERASED.forEach(rows -> known.add(rows.table()));
        known.remove("tb_refresh_tokens"); // by their session

        Set<String> found =
                people.database.read(handle -> naming(handle.getConnection().getMetaData()));
        assertThat(found).isEqualTo(known);
    }

    /// The tables that have a column for somebody's id.
    private static Set<String> naming(DatabaseMetaData schema) throws Exception {
        Set<String> people = Set.of("user_id", "friend_id", "created_by", "reporter_id", "actor_id", "decided_by");
        Set<String> tables = new TreeSet<>();
        try (ResultSet columns = schema.getColumns(null, null, "tb_%", null)) {
            while (columns.next()) {
                if (people.contains(columns.getString("COLUMN_NAME"))) {
                    tables.add(columns.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private Erasures erasures() {
        return new Erasures(people.database, recalls, rooms, people.friends, people.clock);
    }

    private void eraseAfterGrace() {
        people.clock.advance(ERASURE_GRACE);
        try (Erasures _ = erasures()) {
            await().until(() -> people.database.read(
                    handle -> handle.createQuery("SELECT erased_at IS NOT NULL FROM tb_closures WHERE user_id = :user")
                            .bind("user", lan.userId())
                            .mapTo(Boolean.class)
                            .one()));
        }
    }

    private void say(UUID room, String content) {
        messages.send(lan, new Draft(room, people.ids.next(), MessageKind.TEXT, content, null, null, List.of()))
                .join();
    }

    private List<Message> history(UUID room) {
        return messages.after(minh, room, 0, 2 * MESSAGES);
    }

    private long rowsOf(String table) {
        return people.database.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM " + table + " WHERE user_id = :user")
                        .bind("user", lan.userId())
                        .mapTo(Long.class)
                        .one());
    }
}
