package tingting.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tingting.protocol.Json;

/// Runs the scenarios of a plan, one after the other, each on a server of its own.
public final class Bench {
    private static final int IDLE_CONNECTIONS = 19_000;
    private static final int STORM_CONNECTIONS = 10_000;
    private static final int HISTORY_MESSAGES = 500;
    /// That ask over REST at once.
    private static final int CLIENTS = 8;

    private final Plan plan;
    private final Clock clock;
    private final PrintWriter progress;
    private final Map<Shape, Traffic.Measured> floors = new HashMap<>();
    private final List<Result> results = new ArrayList<>();

    /// @param progress is told what is being done
    public Bench(Plan plan, Clock clock, PrintWriter progress) {
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    /// Measures everything; writes the JSON file, if one was asked for. Blocks for as long as that takes.
    ///
    /// @param out gets the tables
    /// @return whether there was no error
    /// @throws BenchFailure when the JSON file cannot be written
    public boolean run(PrintWriter out) throws InterruptedException {
        for (Scenario scenario : plan.scenarios()) {
            try {
                run(scenario);
            } catch (BenchFailure failure) {
                results.add(new Result.Failed(scenario.word(), List.of(failure.sentence())));
            }
        }
        Report report = new Report(clock.instant().toString(), Report.Machine.here(), server(), results);
        out.print(report.text());
        out.flush();
        plan.json().ifPresent(file -> write(file, report));
        return !report.hasErrors();
    }

    private void run(Scenario scenario) throws InterruptedException {
        switch (scenario) {
            case FLOOR -> {
                for (Shape shape : comparable()) {
                    floor(shape);
                }
            }
            case FANOUT, DIRECT, PACED -> chat(shape(scenario));
            case STALLED -> stalled();
            case IDLE -> idle();
            case HISTORY -> history();
            case LOGIN -> login();
            case HASH -> hash();
            case RESUME_STORM -> resumeStorm();
        }
    }

    /// The shapes of the compared scenarios of this run; with none, those of the two extremes.
    private List<Shape> comparable() {
        List<Scenario> compared = plan.scenarios().stream()
                .filter(scenario ->
                        scenario == Scenario.FANOUT || scenario == Scenario.DIRECT || scenario == Scenario.PACED)
                .toList();
        return (compared.isEmpty() ? List.of(Scenario.FANOUT, Scenario.DIRECT) : compared)
                .stream().map(this::shape).toList();
    }

    private Shape shape(Scenario scenario) {
        return switch (scenario) {
            case DIRECT ->
                new Shape(
                        scenario.word(),
                        plan.rooms(),
                        2,
                        plan.senders().orElse(Math.min(200, plan.rooms())),
                        plan.rate().orElse(0),
                        Content.LENGTH);
            case PACED -> new Shape(scenario.word(), 1, plan.members(), senders(), pace(), Content.LENGTH);
            default ->
                new Shape(
                        scenario.word(),
                        1,
                        plan.members(),
                        senders(),
                        plan.rate().orElse(0),
                        Content.LENGTH);
        };
    }

    /// Messages a second where there is a pace.
    private int pace() {
        return plan.rate().orElse(50);
    }

    private int senders() {
        return plan.senders().orElse(Math.min(10, plan.members()));
    }

    private void floor(Shape shape) throws InterruptedException {
        say(Scenario.FLOOR, shape);
        try (Child child = Child.start("tingting.bench.Floor", List.of(), List.of())) {
            floors.put(shape, chat(Scenario.FLOOR.word(), child.target(), World.imaginary(shape.population()), shape));
        }
    }

    private void chat(Shape shape) throws InterruptedException {
        say(shape.word(), shape);
        try (Venue venue = venue(shape.word(), shape.population())) {
            chat(shape.word(), venue.target(), venue.world(), shape);
        }
    }

    private Traffic.Measured chat(String word, Target target, World world, Shape shape) throws InterruptedException {
        try (Loops loops = new Loops();
                Traffic traffic = new Traffic(loops, target, world, shape)) {
            traffic.begin(plan.timing().warmup());
            Traffic.Measured measured = traffic.measure(plan.timing().measured());
            results.add(Result.Chat.of(word, measured, floors.get(shape), traffic.end()));
            return measured;
        }
    }

    private void stalled() throws InterruptedException {
        Shape shape = StalledReaders.shape(
                plan.members(), senders(), pace(), plan.timing().measured());
        say(shape.word(), shape);
        try (Venue venue = venue(shape.word(), shape.population());
                StalledReaders readers = new StalledReaders(venue, shape)) {
            results.add(readers.measure(plan.timing()));
        }
    }

    private void idle() throws InterruptedException {
        int most = plan.connections().orElse(IDLE_CONNECTIONS);
        say(Scenario.IDLE, "up to %,d connections".formatted(most));
        Population population = new Population(most, Idle.ROOM_SIZE, Idle.ROOMS_EACH, 0);
        try (Venue venue = venue(Scenario.IDLE.word(), population);
                Idle idle = new Idle(venue)) {
            results.addAll(idle.measure());
        }
    }

    private void history() throws InterruptedException {
        say(Scenario.HISTORY, plan.timing());
        try (Venue venue = venue(Scenario.HISTORY.word(), new Population(20, 2, 1, HISTORY_MESSAGES))) {
            results.add(Calls.history(venue, plan.senders().orElse(CLIENTS), HISTORY_MESSAGES, plan.timing()));
        }
    }

    private void login() throws InterruptedException {
        say(Scenario.LOGIN, plan.timing());
        try (Venue venue = venue(Scenario.LOGIN.word(), new Population(100, 2, 1, 0))) {
            results.add(Calls.login(venue, plan.senders().orElse(CLIENTS), plan.timing()));
        }
    }

    private void hash() {
        int seconds = plan.timing().measured();
        say(Scenario.HASH, "%d s for each".formatted(seconds));
        results.addAll(Hashing.measure(seconds));
    }

    private void resumeStorm() {
        // everybody has somebody to talk to
        int connections = Math.ceilDiv(plan.connections().orElse(STORM_CONNECTIONS), 2) * 2;
        say(Scenario.RESUME_STORM, "%,d connections".formatted(connections));
        Population population = new Population(connections, 2, 1, ResumeStorm.MISSED);
        try (Venue venue = venue(Scenario.RESUME_STORM.word(), population);
                ResumeStorm storm = new ResumeStorm(venue)) {
            results.add(storm.measure());
        }
    }

    private Venue venue(String word, Population population) {
        return plan.where().url().isPresent()
                ? new GivenServer(
                        new Target(plan.where().url().get(), plan.where().pid()), population)
                : new OwnServer(population, plan.where().databaseUrl(), clock, profile(word));
    }

    /// Has the server's JVM record itself; by CPU time, so that native code counts and waiting does not.
    private List<String> profile(String word) {
        return plan.profiles()
                .map(folder -> folder.resolve(word + ".jfr").toAbsolutePath())
                .map(file -> List.of("-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + file
                        + ",jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=10ms"))
                .orElse(List.of());
    }

    private void say(Scenario scenario, Object what) {
        say(scenario.word(), what);
    }

    private void say(String word, Object what) {
        progress.println(word + ": " + what);
        progress.flush();
    }

    private String server() {
        return plan.where()
                .url()
                .map(url -> "server at " + url)
                .orElseGet(() ->
                        plan.where().databaseUrl().isPresent() ? "own server on PostgreSQL" : "own server on SQLite");
    }

    private static void write(Path file, Report report) {
        try {
            Files.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        } catch (IOException e) {
            throw new BenchFailure("%s cannot be written.".formatted(file), e);
        }
    }
}
