package tingting.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import tingting.bench.World.Account;
import tingting.bench.World.Room;

/// A server that runs already. People register and open rooms on it as any client does; they stay there.
final class GivenServer implements Venue {
    private static final int AT_ONCE = 8;
    private static final int PREPARING_MINUTES = 10;
    /// How many members one request may add.
    private static final int INVITED = 100;

    private final Target target;
    private final Rest rest;
    private final World world;

    GivenServer(Target target, Population population) {
        this.target = target;
        this.rest = new Rest(target.url());
        String run = UUID.randomUUID().toString().substring(0, 8);
        try {
            List<Account> accounts = all(IntStream.range(0, population.people())
                    .mapToObj(number -> (Callable<Account>) () -> register("bench-%s-%05d".formatted(run, number)))
                    .toList());
            List<Room> rooms = all(population.rooms().stream()
                    .map(numbers ->
                            Arrays.stream(numbers).mapToObj(accounts::get).toList())
                    .map(members -> (Callable<Room>) () -> open(members, population))
                    .toList());
            this.world = new World(accounts, rooms);
        } catch (RuntimeException e) {
            rest.close();
            throw e;
        }
    }

    private Account register(String name) throws IOException, InterruptedException {
        JsonNode grant = rest.ask(
                rest.post("/api/v1/auth/register", null, Map.of("username", name, "password", World.PASSWORD)));
        return new Account(
                UUID.fromString(grant.path("user").path("user_id").asText()),
                name,
                grant.path("access_token").asText());
    }

    private Room open(List<Account> members, Population population) throws IOException, InterruptedException {
        Account first = members.getFirst();
        List<UUID> others = members.stream().skip(1).map(Account::userId).toList();
        JsonNode made = population.direct()
                ? rest.ask(rest.post("/api/v1/rooms/direct", first.token(), Map.of("user_id", others.getFirst())))
                : rest.ask(rest.post(
                        "/api/v1/rooms",
                        first.token(),
                        Map.of("kind", "group", "name", "bench", "member_ids", List.of())));
        String path = "/api/v1/rooms/%s/".formatted(made.path("room_id").asText());
        for (int from = 0; !population.direct() && from < others.size(); from += INVITED) {
            List<UUID> some = others.subList(from, Math.min(others.size(), from + INVITED));
            rest.ask(rest.post(path + "members", first.token(), Map.of("user_ids", some)));
        }
        for (int i = 0; i < population.messages(); i++) {
            Map<String, Object> message = Map.of("client_msg_id", UUID.randomUUID(), "content", "message " + i);
            rest.ask(
                    rest.post(path + "messages", members.get(i % members.size()).token(), message));
        }
        return new Room(UUID.fromString(made.path("room_id").asText()), members);
    }

    private static <T> List<T> all(List<Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<T>> pending = tasks.stream().map(threads::submit).toList();
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PREPARING_MINUTES);
            try {
                List<T> done = new ArrayList<>();
                for (Future<T> one : pending) {
                    done.add(one.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                }
                return done;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof BenchFailure failure
                        ? failure
                        : new BenchFailure("The server does not answer: %s.".formatted(e.getCause()), e);
            } catch (TimeoutException e) {
                throw new BenchFailure("People and rooms were not made in %d minutes.".formatted(PREPARING_MINUTES), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchFailure("Interrupted.", e);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public void close() {
        rest.close();
    }
}
