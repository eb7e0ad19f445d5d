package tingting.friend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;
import tingting.protocol.UserEvent.FriendAccepted;
import tingting.protocol.UserEvent.FriendRemoved;
import tingting.testing.TestPeople;

class FriendsTest {
    private final TestPeople people = new TestPeople();
    private final Friends friends = people.friends;
    private final Caller lan = people.caller("lan");
    private final Caller minh = people.caller("minh");

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_request_waits_with_both_until_it_is_accepted() {
        FriendRequest asked = friends.request(lan, minh.userId());

        assertThat(asked.status()).isEqualTo("pending");
        assertThat(asked.direction()).isEqualTo("outgoing");
        assertThat(requests(lan)).containsExactly(asked);
        assertThat(requests(minh))
                .extracting(FriendRequest::requestId, FriendRequest::userId, FriendRequest::direction)
                .containsExactly(tuple(asked.requestId(), lan.userId(), "incoming"));
        assertThat(friendsOf(lan)).isEmpty();
        assertThat(people.told(minh)).containsExactly(new UserEvent.FriendRequest(lan.userId()));

        people.clock.advance(Duration.ofHours(1));
        Friend friend = friends.accept(minh, asked.requestId());

        assertThat(friend.userId()).isEqualTo(lan.userId());
        assertThat(friend.since()).isEqualTo(people.clock.instant());
        assertThat(list(minh)).containsExactly(friend);
        assertThat(friendsOf(lan)).containsExactly("minh");
        assertThat(requests(lan)).isEmpty();
        assertThat(requests(minh)).isEmpty();
        assertThat(people.told(lan)).containsExactly(new FriendAccepted(minh.userId()));
        assertThat(people.told(minh)).endsWith(new FriendAccepted(lan.userId()));
    }

    @Test
    void a_request_may_be_named_by_who_made_it() {
        friends.request(lan, minh.userId());

        assertThat(friends.accept(minh, lan.userId()).userId()).isEqualTo(lan.userId());
    }

    @Test
    void only_who_was_asked_may_answer() {
        Caller stranger = people.caller("stranger");
        FriendRequest asked = friends.request(lan, minh.userId());

        for (Caller other : List.of(lan, stranger)) {
            refused(ErrorCode.NOT_FOUND, () -> friends.accept(other, asked.requestId()));
            refused(ErrorCode.NOT_FOUND, () -> friends.decline(other, asked.requestId()));
        }
        refused(ErrorCode.NOT_FOUND, () -> friends.accept(lan, minh.userId()));
        refused(ErrorCode.NOT_FOUND, () -> friends.accept(minh, people.ids.next()));
        assertThat(requests(minh)).hasSize(1);
    }

    @Test
    void a_declined_request_is_gone_and_may_be_made_again() {
        friends.decline(minh, friends.request(lan, minh.userId()).requestId());

        assertThat(requests(lan)).isEmpty();
        assertThat(requests(minh)).isEmpty();
        assertThat(people.told(lan)).containsExactly(new FriendRemoved(minh.userId()));
        assertThat(friends.request(lan, minh.userId()).status()).isEqualTo("pending");
    }

    @Test
    void asking_twice_is_asking_once() {
        FriendRequest first = friends.request(lan, minh.userId());

        assertThat(friends.request(lan, minh.userId())).isEqualTo(first);
        assertThat(people.told(minh)).hasSize(1);
    }

    @Test
    void asking_who_has_asked_is_accepting() {
        friends.request(lan, minh.userId());

        assertThat(friends.request(minh, lan.userId()).status()).isEqualTo("accepted");
        assertThat(friendsOf(lan)).containsExactly("minh");
        assertThat(friendsOf(minh)).containsExactly("lan");
        refused(ErrorCode.CONFLICT, () -> friends.request(lan, minh.userId()));
        refused(ErrorCode.CONFLICT, () -> friends.request(minh, lan.userId()));
    }

    @Test
    void two_who_ask_each_other_at_once_become_friends() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<FriendRequest>> both =
                    List.of(() -> friends.request(lan, minh.userId()), () -> friends.request(minh, lan.userId()));
            for (var asked : threads.invokeAll(both)) {
                asked.get();
            }
        }
        assertThat(friendsOf(lan)).containsExactly("minh");
        assertThat(requests(lan)).isEmpty();
    }

    @Test
    void either_ends_a_friendship() {
        befriend(lan, minh);
        people.heard.clear();

        friends.remove(lan, minh.userId());

        assertThat(friendsOf(lan)).isEmpty();
        assertThat(friendsOf(minh)).isEmpty();
        assertThat(people.told(lan)).containsExactly(new FriendRemoved(minh.userId()));
        assertThat(people.told(minh)).containsExactly(new FriendRemoved(lan.userId()));
        refused(ErrorCode.NOT_FOUND, () -> friends.remove(minh, lan.userId()));
    }

    @Test
    void one_takes_back_one_s_own_request_and_not_another_s() {
        friends.request(lan, minh.userId());

        refused(ErrorCode.NOT_FOUND, () -> friends.remove(minh, lan.userId()));
        friends.remove(lan, minh.userId());
        assertThat(requests(minh)).isEmpty();
    }

    @Test
    void nobody_befriends_themselves_or_who_is_not_there() {
        Caller closed = people.caller("closed");
        people.deactivate(closed, TestPeople.PASSWORD);

        refused(ErrorCode.INVALID_REQUEST, () -> friends.request(lan, lan.userId()));
        refused(ErrorCode.NOT_FOUND, () -> friends.request(lan, people.ids.next()));
        refused(ErrorCode.NOT_FOUND, () -> friends.request(lan, closed.userId()));
    }

    @Test
    void a_friend_who_closed_their_account_is_not_listed() {
        befriend(lan, minh);
        people.deactivate(minh, TestPeople.PASSWORD);

        assertThat(friendsOf(lan)).isEmpty();
    }

    @Test
    void every_step_raises_the_user_rev_of_both() {
        for (Runnable step : List.<Runnable>of(
                () -> friends.request(lan, minh.userId()),
                () -> friends.accept(minh, lan.userId()),
                () -> friends.remove(lan, minh.userId()),
                () -> people.blocks.block(lan, minh.userId()),
                () -> people.blocks.unblock(lan, minh.userId()))) {
            long lanBefore = people.userRev(lan);
            long minhBefore = people.userRev(minh);
            step.run();
            assertThat(people.userRev(lan)).isGreaterThan(lanBefore);
            assertThat(people.userRev(minh)).isGreaterThan(minhBefore);
        }
    }

    @Test
    void pages_hold_every_friend_once_by_username() {
        List<String> usernames = List.of("cúc", "anh", "bình", "đào", "ếch");
        usernames.forEach(username -> befriend(lan, people.caller(username)));

        List<String> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Friend> page = friends.list(lan, 2, cursor);
            page.items().forEach(friend -> all.add(friend.user().username()));
            cursor = Optional.ofNullable(page.nextCursor());
        } while (cursor.isPresent());

        assertThat(all).containsExactlyInAnyOrderElementsOf(usernames).startsWith("anh", "bình");
    }

    private void befriend(Caller one, Caller other) {
        friends.request(one, other.userId());
        friends.accept(other, one.userId());
    }

    private List<Friend> list(Caller caller) {
        return friends.list(caller, 50, Optional.empty()).items();
    }

    private List<String> friendsOf(Caller caller) {
        return list(caller).stream().map(friend -> friend.user().username()).toList();
    }

    private List<FriendRequest> requests(Caller caller) {
        return friends.requests(caller, 50, Optional.empty()).items();
    }

    private static void refused(ErrorCode code, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
