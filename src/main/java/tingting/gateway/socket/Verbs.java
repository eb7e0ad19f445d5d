package tingting.gateway.socket;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tingting.limits.Pace;
import tingting.limits.Pace.Work;

/// The table of requests: by type, the verb and where it runs.
final class Verbs {
    /// The answer that has nothing to tell.
    static final CompletableFuture<Map<String, Object>> DONE = CompletableFuture.completedFuture(Map.of());

    /// @param blocking whether it runs on a virtual thread, while the connection's later requests wait; else on
    ///     the lane
    /// @param endsHold whether live events are let through when it comes first
    record Entry(Verb verb, boolean blocking, boolean endsHold) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Pace pace;

    Verbs(Pace pace) {
        this.pace = pace;
    }

    /// A verb that memory suffices for: it runs on the lane.
    Verbs quick(String type, Verb verb) {
        entries.put(type, new Entry(verb, false, true));
        return this;
    }

    /// A quick verb that counts as work of its session's.
    Verbs quick(String type, Work work, Verb verb) {
        return quick(type, paced(work, verb));
    }

    /// A verb that reads or writes before it returns.
    Verbs blocking(String type, Verb verb) {
        entries.put(type, new Entry(verb, true, true));
        return this;
    }

    /// A blocking verb that counts as work of its session's.
    Verbs blocking(String type, Work work, Verb verb) {
        return blocking(type, paced(work, verb));
    }

    /// The verb by which a held client takes up where it was.
    Verbs resume(Verb verb) {
        entries.put("resume", new Entry(verb, true, false));
        return this;
    }

    /// What there are verbs for.
    Set<String> types() {
        return Set.copyOf(entries.keySet());
    }

    Optional<Entry> find(String type) {
        return Optional.ofNullable(entries.get(type));
    }

    private Verb paced(Work work, Verb verb) {
        return (client, data) -> {
            pace.require(work, client.caller().sessionId());
            return verb.take(client, data);
        };
    }
}
