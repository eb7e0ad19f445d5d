package tingting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// Who hears which change: each once, in order, whatever happens at the same time.
class LiveTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void changes_that_come_in_any_order_are_heard_in_theirs() {
        UUID user = member();
        World.Client client = world.arrive(user);
        client.release();
        List<RoomEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(world.commit());
        }
        Collections.shuffle(events, new Random(7));
        events.forEach(world.live::deliver);
        events.forEach(world.live::deliver);
        await().untilAsserted(() -> assertThat(client.outlet.revs()).isEqualTo(range(2, 41)));
    }

    @Test
    void a_change_that_never_comes_is_read_where_it_was_kept() {
        World.Client client = world.arrive(member());
        client.release();
        for (int i = 0; i < 300; i++) {
            world.commit();
        }
        world.live.deliver(world.commit());
        await().untilAsserted(() -> assertThat(client.outlet.revs()).isEqualTo(range(2, 302)));
    }

    @Test
    void what_happens_during_the_hold_is_heard_after_it() {
        UUID user = member();
        World.Client client = world.arrive(user);
        for (int i = 0; i < 150; i++) {
            world.live.deliver(world.commit());
        }
        world.live.deliver(new UserEvent(user, new UserEvent.RoomAdded(UUID.randomUUID())));
        settle(client);
        assertThat(client.outlet.written).isEmpty();
        client.release();
        await().untilAsserted(() -> assertThat(client.outlet.revs()).isEqualTo(range(2, 151)));
        assertThat(client.outlet.written).contains("room_added");
    }

    @Test
    void a_replay_waits_for_a_client_that_does_not_read() {
        World.Client client = world.arrive(member());
        for (int i = 0; i < 250; i++) {
            world.live.deliver(world.commit());
        }
        client.outlet.writable = false;
        client.release();
        settle(client);
        assertThat(client.outlet.written).isEmpty();
        client.outlet.writable = true;
        client.connection().lane().execute(client.connection()::writable);
        await().untilAsserted(() -> assertThat(client.outlet.revs()).isEqualTo(range(2, 251)));
    }

    @Test
    void who_joins_hears_from_the_join_on_and_who_leaves_to_the_leave() {
        member();
        UUID user = UUID.randomUUID();
        World.Client client = world.arrive(user);
        client.release();
        world.live.deliver(world.commit());
        world.live.deliver(world.commit(Set.of(user), Set.of()));
        world.live.deliver(world.commit());
        world.live.deliver(world.commit(Set.of(), Set.of(user)));
        world.live.deliver(world.commit());
        world.live.deliver(world.commit(Set.of(user), Set.of()));
        await().untilAsserted(() -> assertThat(client.outlet.revs()).containsExactly(3L, 4L, 5L, 7L));
    }

    @Test
    void who_is_removed_while_they_come_back_is_let_go_by_the_change_that_removed_them_and_stays_connected() {
        UUID user = member();
        World.Client client = world.arrive(user);
        world.live.deliver(world.commit());
        RoomEvent removal = world.commit(Set.of(), Set.of(user));
        client.release();
        settle(client);
        world.live.deliver(removal);
        world.live.deliver(world.commit());
        await().until(() -> client.connection()
                .lane()
                .call(() -> !client.connection().isIn(world.room))
                .join());
        assertThat(client.connection().isGone()).isFalse();
    }

    @Test
    void who_is_removed_while_their_standing_is_read_hears_again_when_they_join_again() {
        world.arrive(member()).release();
        UUID user = member();
        Set<UUID> one = Set.of(user);
        World.Client client = world.arrive(user, () -> world.live.deliver(world.commit(Set.of(), one)));
        client.release();
        settle(client);
        world.live.deliver(world.commit());
        world.live.deliver(world.commit(one, Set.of()));
        world.live.deliver(world.commit());
        await().untilAsserted(() -> assertThat(client.outlet.revs()).containsExactly(5L, 6L));
    }

    @Test
    void who_is_removed_and_joins_again_while_their_standing_is_read_hears_from_the_second_join_on() {
        world.arrive(member()).release();
        UUID user = member();
        Set<UUID> one = Set.of(user);
        World.Client client = world.arrive(user, () -> {
            world.live.deliver(world.commit(Set.of(), one));
            world.live.deliver(world.commit(one, Set.of()));
        });
        client.release();
        world.live.deliver(world.commit());
        await().untilAsserted(() -> assertThat(client.outlet.revs()).containsExactly(4L, 5L));
    }

    @Test
    void who_joins_again_before_a_replay_of_the_first_membership_hears_from_the_second_join_on() {
        UUID user = member();
        Set<UUID> one = Set.of(user);
        world.live.deliver(world.commit());
        World.Client client = world.arrive(user);
        world.live.deliver(world.commit(Set.of(), one));
        world.live.deliver(world.commit(one, Set.of()));
        settle(client);
        assertThat(world.live.replay(client.connection(), world.room, 1, 2)).isZero();
        client.release();
        world.live.deliver(world.commit());
        await().untilAsserted(() -> assertThat(client.outlet.revs()).containsExactly(4L, 5L));
    }

    @Test
    void the_first_members_of_a_new_room_hear_its_first_change() {
        UUID user = UUID.randomUUID();
        World.Client client = world.arrive(user);
        client.release();
        world.live.deliver(RoomEvent.created(world.room, Set.of(user)));
        world.live.deliver(world.commit());
        await().untilAsserted(() -> assertThat(client.outlet.revs()).containsExactly(1L));
    }

    @Test
    void a_leave_that_is_older_than_what_one_knows_changes_nothing() {
        UUID user = UUID.randomUUID();
        world.commit(Set.of(user), Set.of());
        RoomEvent leave = world.commit(Set.of(), Set.of(user));
        RoomEvent again = world.commit(Set.of(user), Set.of());
        World.Client client = world.arrive(user);
        client.release();
        world.live.deliver(leave);
        world.live.deliver(again);
        world.live.deliver(world.commit());
        await().untilAsserted(() -> assertThat(client.outlet.revs()).containsExactly(4L));
    }

    @Test
    void a_join_that_another_arrival_already_knows_still_makes_one_hear() {
        UUID member = UUID.randomUUID();
        UUID joining = UUID.randomUUID();
        world.commit(Set.of(member), Set.of());
        World.Client waiting = world.arrive(joining);
        waiting.release();
        RoomEvent join = world.commit(Set.of(joining), Set.of());
        World.Client client = world.arrive(member);
        client.release();
        world.live.deliver(join);
        world.live.deliver(world.commit());
        await().untilAsserted(() -> assertThat(waiting.outlet.revs()).containsExactly(2L, 3L));
        await().untilAsserted(() -> assertThat(client.outlet.revs()).containsExactly(3L));
    }

    @Test
    void a_room_that_nobody_listens_to_any_more_is_forgotten() {
        World.Client client = world.arrive(member());
        client.release();
        world.live.deliver(world.commit());
        client.connection().lane().execute(() -> client.connection().close(CloseCode.NORMAL));
        await().untilAsserted(() -> assertThat(world.live.liveRooms()).isZero());
        assertThat(world.live.connections()).isZero();
    }

    @Test
    void arrivals_during_traffic_miss_nothing_and_hear_nothing_twice() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            try (World round = new World();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                trafficWithArrivals(round, threads, new Random(seed));
            }
        }
    }

    private static void trafficWithArrivals(World world, ExecutorService threads, Random random) throws Exception {
        List<UUID> users = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            users.add(UUID.randomUUID());
        }
        LateBus bus = new LateBus(world.live, new Random(random.nextLong()));
        bus.add(world.commit(Set.copyOf(users), Set.of()));
        List<Future<World.Client>> arrivals = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            RoomEvent event = world.commit();
            if (random.nextInt(10) > 0) {
                bus.add(event);
            }
            if (i % 13 == 0) {
                UUID user = users.get(i / 13 % users.size());
                arrivals.add(threads.submit(() -> {
                    World.Client client = world.arrive(user);
                    client.release();
                    return client;
                }));
            }
        }
        List<World.Client> clients = new ArrayList<>();
        for (Future<World.Client> arrival : arrivals) {
            clients.add(arrival.get());
        }
        bus.add(world.commit());
        bus.deliverAll();
        for (World.Client client : clients) {
            long from = client.standing.getOrDefault(world.room, 0L) + 1;
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(client.outlet.revs()).isEqualTo(range(from, world.rev())));
        }
    }

    @Test
    void comings_and_goings_during_arrivals_leave_members_in_step_and_others_out() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            try (World round = new World();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                comingsAndGoings(round, threads, new Random(seed));
            }
        }
    }

    private static void comingsAndGoings(World world, ExecutorService threads, Random random) throws Exception {
        List<UUID> users = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            users.add(UUID.randomUUID());
        }
        LateBus bus = new LateBus(world.live, new Random(random.nextLong()));
        List<Future<World.Client>> arrivals = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            UUID user = users.get(random.nextInt(users.size()));
            Set<UUID> one = Set.of(user);
            RoomEvent event = random.nextInt(3) > 0
                    ? world.commit()
                    : world.isMember(user) ? world.commit(Set.of(), one) : world.commit(one, Set.of());
            bus.add(event);
            if (i % 5 == 0) {
                arrivals.add(threads.submit(() -> {
                    World.Client client = world.arrive(user);
                    client.release();
                    return client;
                }));
            }
        }
        List<World.Client> clients = new ArrayList<>();
        for (Future<World.Client> arrival : arrivals) {
            clients.add(arrival.get());
        }
        long first = world.rev() + 1;
        for (int i = 0; i < 5; i++) {
            bus.add(world.commit());
        }
        bus.deliverAll();
        for (World.Client client : clients) {
            UUID user = client.connection().caller().userId();
            if (world.isMember(user)) {
                await().untilAsserted(() -> assertThat(client.outlet.revs()).endsWith(first + 4));
            }
        }
        for (World.Client client : clients) {
            settle(client);
            List<Long> revs = client.outlet.revs();
            assertThat(revs).isSorted().doesNotHaveDuplicates();
            if (!world.isMember(client.connection().caller().userId())) {
                assertThat(revs).noneMatch(rev -> rev >= first);
            }
        }
    }

    /// Delivers in order, but some time after the commit: some changes are always on their way.
    private static final class LateBus {
        private final BlockingQueue<RoomEvent> events = new LinkedBlockingQueue<>();
        private final Thread thread;
        private volatile boolean last;

        LateBus(Live live, Random random) {
            thread = Thread.ofVirtual().start(() -> {
                while (!last || !events.isEmpty()) {
                    RoomEvent event = events.poll();
                    if (event != null) {
                        live.deliver(event);
                    }
                    if (event == null || random.nextInt(4) == 0) {
                        LockSupport.parkNanos(200_000);
                    }
                }
            });
        }

        void add(RoomEvent event) {
            events.add(event);
            LockSupport.parkNanos(20_000);
        }

        void deliverAll() throws InterruptedException {
            last = true;
            thread.join();
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(3));
    }

    /// A user who is a member since the room's first change.
    private UUID member() {
        UUID user = UUID.randomUUID();
        world.live.deliver(world.commit(Set.of(user), Set.of()));
        return user;
    }

    /// Waits until the lane has done what was queued.
    private static void settle(World.Client client) {
        client.connection().lane().call(() -> true).join();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
