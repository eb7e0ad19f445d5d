package tingting.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.testing.TestChat;

/// A room with people in it has an owner, whoever leaves at the same time, on whichever nodes.
class LeavingTest {
    private static final int ROUNDS = 50;

    private final TestChat chat = new TestChat();
    private final Rooms elsewhere = new Rooms(chat.database, chat.anotherNodesJournal(), chat.ids);
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void two_last_owners_who_leave_at_once_leave_an_owner_behind() {
        for (int round = 0; round < ROUNDS; round++) {
            UUID room = chat.group(an, binh, chi);
            chat.rooms.changeRole(an, room, binh.userId(), Role.OWNER).join();
            together(chat.rooms.leave(an, room), elsewhere.leave(binh, room));

            assertThat(owners(room)).as("round %d", round).containsExactly(chi.userId());
        }
    }

    @Test
    void an_owner_who_leaves_while_the_successor_leaves_hands_the_room_to_the_next() {
        for (int round = 0; round < ROUNDS; round++) {
            UUID room = chat.group(an, binh, chi);
            chat.rooms.changeRole(an, room, binh.userId(), Role.ADMIN).join();
            together(elsewhere.leave(an, room), chat.rooms.leave(binh, room));

            assertThat(owners(room)).as("round %d", round).containsExactly(chi.userId());
        }
    }

    @Test
    void an_owner_who_leaves_while_the_other_steps_down_leaves_an_owner_behind() {
        for (int round = 0; round < ROUNDS; round++) {
            UUID room = chat.group(an, binh, chi);
            chat.rooms.changeRole(an, room, binh.userId(), Role.OWNER).join();
            // refused when it comes last: then binh is the only one
            together(
                    chat.rooms.leave(an, room),
                    elsewhere.changeRole(binh, room, binh.userId(), Role.MEMBER).exceptionally(refused -> 0L));

            assertThat(owners(room)).as("round %d", round).hasSize(1);
        }
    }

    private static void together(CompletableFuture<?>... changes) {
        CompletableFuture.allOf(changes).join();
    }

    private List<UUID> owners(UUID room) {
        return chat.database.read(handle -> MemberStore.list(handle, room)).stream()
                .filter(member -> member.role() == Role.OWNER)
                .map(Member::userId)
                .toList();
    }
}
