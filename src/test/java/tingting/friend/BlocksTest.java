package tingting.friend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent.FriendRemoved;
import tingting.protocol.UserEvent.Presence;
import tingting.testing.TestPeople;

class BlocksTest {
    private final TestPeople people = new TestPeople();
    private final Blocks blocks = people.blocks;
    private final Caller lan = people.caller("lan");
    private final Caller minh = people.caller("minh");

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_block_is_listed_by_who_set_it_and_felt_by_both() {
        Block block = blocks.block(lan, minh.userId());

        assertThat(block.userId()).isEqualTo(minh.userId());
        assertThat(block.user().username()).isEqualTo("minh");
        assertThat(list(lan)).containsExactly(block);
        assertThat(list(minh)).isEmpty();
        assertThat(blocks.between(lan.userId(), minh.userId())).isTrue();
        assertThat(blocks.between(minh.userId(), lan.userId())).isTrue();
        assertThat(blocks.between(lan.userId(), people.ids.next())).isFalse();
    }

    @Test
    void both_look_offline_to_each_other_at_once() {
        blocks.block(lan, minh.userId());

        assertThat(people.told(lan)).containsExactly(new Presence(minh.userId(), "offline", null));
        assertThat(people.told(minh)).containsExactly(new Presence(lan.userId(), "offline", null));
    }

    @Test
    void a_block_ends_a_friendship_for_good() {
        people.friends.request(minh, lan.userId());
        people.friends.accept(lan, minh.userId());

        blocks.block(lan, minh.userId());
        blocks.unblock(lan, minh.userId());

        assertThat(people.friends.list(lan, 50, Optional.empty()).items()).isEmpty();
        assertThat(people.friends.list(minh, 50, Optional.empty()).items()).isEmpty();
        assertThat(people.told(lan)).contains(new FriendRemoved(minh.userId()));
        assertThat(people.told(minh)).contains(new FriendRemoved(lan.userId()));
    }

    @Test
    void a_block_ends_a_request_of_either_and_lets_neither_ask() {
        people.friends.request(lan, minh.userId());

        blocks.block(lan, minh.userId());

        assertThat(people.friends.requests(minh, 50, Optional.empty()).items()).isEmpty();
        for (List<Caller> pair : List.of(List.of(lan, minh), List.of(minh, lan))) {
            refused(
                    ErrorCode.BLOCKED,
                    () -> people.friends.request(pair.get(0), pair.get(1).userId()));
        }
    }

    @Test
    void each_of_two_may_block_the_other_and_each_block_stands_alone() {
        blocks.block(lan, minh.userId());
        blocks.block(minh, lan.userId());

        blocks.unblock(lan, minh.userId());

        assertThat(list(lan)).isEmpty();
        assertThat(list(minh)).hasSize(1);
        assertThat(blocks.between(lan.userId(), minh.userId())).isTrue();
    }

    @Test
    void blocking_twice_is_blocking_once() {
        Block first = blocks.block(lan, minh.userId());
        people.clock.advance(Duration.ofHours(1));
        people.heard.clear();

        assertThat(blocks.block(lan, minh.userId())).isEqualTo(first);
        assertThat(people.heard).isEmpty();
    }

    @Test
    void who_closed_their_account_stays_listed_so_that_the_block_can_be_taken_back() {
        blocks.block(lan, minh.userId());
        people.deactivate(minh, TestPeople.PASSWORD);

        assertThat(list(lan)).hasSize(1);
        blocks.unblock(lan, minh.userId());
        assertThat(list(lan)).isEmpty();
    }

    @Test
    void nobody_blocks_themselves_or_who_never_was_or_takes_back_what_is_not_theirs() {
        blocks.block(lan, minh.userId());

        refused(ErrorCode.INVALID_REQUEST, () -> blocks.block(lan, lan.userId()));
        refused(ErrorCode.NOT_FOUND, () -> blocks.block(lan, people.ids.next()));
        refused(ErrorCode.NOT_FOUND, () -> blocks.unblock(minh, lan.userId()));
    }

    private List<Block> list(Caller caller) {
        return blocks.list(caller, 50, Optional.empty()).items();
    }

    private static void refused(ErrorCode code, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
