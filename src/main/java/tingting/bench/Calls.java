package tingting.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import tingting.bench.World.Account;
import tingting.bench.World.Room;

/// Asks a server over REST, some clients at once, each again as soon as it is answered.
final class Calls {
    private static final long SLOWEST = TimeUnit.MINUTES.toNanos(5);
    private static final int PAGE = 50;

    private final Venue venue;
    private final Rest rest;
    private final int clients;
    private final Map<String, Integer> troubles = new TreeMap<>();
    private Histogram answered = new Histogram(SLOWEST, 3);
    private volatile boolean running = true;

    private Calls(Venue venue, Rest rest, int clients) {
        this.venue = venue;
        this.rest = rest;
        this.clients = clients;
    }

    /// Pages from anywhere in rooms with so many messages.
    static Result.Requests history(Venue venue, int clients, int messages, Plan.Timing timing)
            throws InterruptedException {
        try (Rest rest = new Rest(venue.target().url())) {
            return new Calls(venue, rest, clients)
                    .measure(Scenario.HISTORY, "%d messages a page".formatted(PAGE), timing, () -> {
                        Room room = any(venue.world().rooms());
                        Account reader = any(room.members());
                        int before = ThreadLocalRandom.current().nextInt(PAGE + 1, messages + 2);
                        return rest.get(
                                "/api/v1/rooms/%s/messages?before_seq=%d&limit=%d"
                                        .formatted(room.roomId(), before, PAGE),
                                reader.token());
                    });
        }
    }

    static Result.Requests login(Venue venue, int clients, Plan.Timing timing) throws InterruptedException {
        try (Rest rest = new Rest(venue.target().url())) {
            return new Calls(venue, rest, clients)
                    .measure(
                            Scenario.LOGIN,
                            "right passwords",
                            timing,
                            () -> fromSomewhere(rest.post(
                                    "/api/v1/auth/login",
                                    null,
                                    Map.of(
                                            "login",
                                            any(venue.world().accounts()).username(),
                                            "password",
                                            World.PASSWORD))));
        }
    }

    /// Sign-ins of one address take turns: these come from many, where the server believes so.
    private static HttpRequest fromSomewhere(HttpRequest request) {
        String address = "198.51.100." + ThreadLocalRandom.current().nextInt(256);
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .header("X-Forwarded-For", address)
                .build();
    }

    private static <T> T any(List<T> some) {
        return some.get(ThreadLocalRandom.current().nextInt(some.size()));
    }

    private Result.Requests measure(Scenario scenario, String what, Plan.Timing timing, Supplier<HttpRequest> requests)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofPlatform().name("client-" + i).start(() -> repeat(requests)));
        }
        WarmUp.await(venue.target().pid(), timing.warmup(), () -> !running);
        take();
        Optional<Usage> before = Usage.of(venue.target().pid());
        long began = System.nanoTime();
        TimeUnit.SECONDS.sleep(timing.measured());
        Histogram times = take();
        Optional<Usage> used = Usage.of(venue.target().pid()).flatMap(after -> before.map(after::since));
        double seconds = (System.nanoTime() - began) / 1e9;
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
        long requested = times.getTotalCount();
        return new Result.Requests(
                scenario.word(),
                "%s, %d at once".formatted(what, clients),
                seconds,
                requested,
                Math.round(10 * requested / seconds) / 10.0,
                used.map(usage -> Result.Cpu.each(usage, requested)).orElse(null),
                used.map(Usage::compilingShare).orElse(null),
                Result.Times.of(times),
                errors());
    }

    private void repeat(Supplier<HttpRequest> requests) {
        while (running) {
            long sentAt = System.nanoTime();
            try {
                int status = rest.status(requests.get());
                note(System.nanoTime() - sentAt, status == 200 ? "" : "answered with " + status);
            } catch (IOException e) {
                note(0, "not answered: " + e.getMessage());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void note(long nanos, String trouble) {
        if (trouble.isEmpty()) {
            answered.recordValue(Math.min(nanos, SLOWEST));
        } else {
            troubles.merge(trouble, 1, Integer::sum);
        }
    }

    /// The times since the last call.
    private synchronized Histogram take() {
        Histogram taken = answered;
        answered = new Histogram(SLOWEST, 3);
        return taken;
    }

    private synchronized List<String> errors() {
        return troubles.entrySet().stream()
                .map(trouble -> "%s (%d times)".formatted(trouble.getKey(), trouble.getValue()))
                .toList();
    }
}
