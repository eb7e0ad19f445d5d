package tingting.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tingting.testing.Seeds;
import tingting.testing.TestServer;
import tingting.testing.Together;

/// Whatever people do in whatever order, over connections that break: what a client makes of snapshots and events is
/// what the server has, and what is unread is what a count says. Each database plays half of the thousand stories.
class InterleavingTest {
    private static final int STORIES = 500;
    /// Most of a story is waiting for counts, which groups are told once a second.
    private static final int TEAMS = 16;

    @Test
    void every_client_ends_with_what_the_server_has_and_unread_is_what_is_not_read() {
        try (TestServer server = TestServer.start(TestServer.LIMITS_LIFTED)) {
            Set<Class<?>> succeeded = ConcurrentHashMap.newKeySet();
            Queue<Long> seeds = new ConcurrentLinkedQueue<>(Seeds.seeds(STORIES));
            Together.run(IntStream.range(0, Math.min(TEAMS, seeds.size()))
                    .mapToObj(number -> (Runnable) () -> playAll(
                            Team.register(server.url(), number), seeds, action -> succeeded.add(action.getClass())))
                    .toList());
            if (Seeds.many()) {
                assertThat(succeeded)
                        .as("kinds of actions that worked")
                        .contains(Action.class.getPermittedSubclasses());
            }
        }
    }

    private static void playAll(Team team, Queue<Long> seeds, Consumer<Action> succeeded) {
        for (Long seed = seeds.poll(); seed != null; seed = seeds.poll()) {
            try {
                Performance.of(team, Story.of(seed), succeeded);
            } catch (AssertionError e) {
                seeds.clear();
                throw new AssertionError("Repeat with " + Seeds.repeat(seed) + "\n" + e.getMessage(), e);
            }
        }
    }
}
