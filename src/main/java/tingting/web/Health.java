package tingting.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells supervisors whether the process lives, and whether it can serve.
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    /// One condition of serving; it fails by throwing. May block.
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    private record Report(String status, Map<String, String> checks) {}

    private final Map<String, Check> checks = new LinkedHashMap<>();

    /// Adds a named check, before the server starts.
    public Health check(String name, Check check) {
        checks.put(name, check);
        return this;
    }

    public void addTo(Routes routes) {
        routes.open()
                .get("/health/live", request -> Response.ok(new Report("up", Map.of())))
                .get("/health/ready", request -> ready());
    }

    private Response ready() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        checks.forEach((name, check) -> outcomes.put(name, outcome(name, check)));
        boolean up = outcomes.values().stream().allMatch("up"::equals);
        return Response.json(up ? 200 : 503, new Report(up ? "up" : "down", outcomes));
    }

    private static String outcome(String name, Check check) {
        try {
            check.run();
            return "up";
        } catch (Exception e) {
            LOG.warn("Not ready: {} is down: {}", name, e.toString());
            return "down";
        }
    }
}
