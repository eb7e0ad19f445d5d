package tingting.gateway.socket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tingting.presence.Presences;
import tingting.web.Fields;

/// `watch`: whose presence this client shows, besides its friends'. Each names all of them anew.
final class Watch implements Verb {
    private static final int MOST = 500;

    private final Presences presences;

    Watch(Presences presences) {
        this.presences = presences;
    }

    private record Shown(
            UUID userId, String status, @Nullable Instant lastSeen) {}

    private record Watched(List<Shown> presence) {}

    @Override
    public CompletionStage<?> take(Client client, Fields data) {
        UUID viewer = client.caller().userId();
        List<UUID> userIds = List.copyOf(data.ids("user_ids", MOST));
        presences.watch(viewer, userIds);
        presences.unwatch(viewer, client.watch(userIds));
        return CompletableFuture.supplyAsync(
                () -> seen(viewer, userIds),
                task -> Thread.ofVirtual().name("watch").start(task));
    }

    private Watched seen(UUID viewer, List<UUID> userIds) {
        var seen = presences.seenBy(viewer, userIds);
        return new Watched(userIds.stream()
                .map(userId -> {
                    Presences.Seen one = seen.get(userId);
                    return one == null
                            ? new Shown(userId, "offline", null)
                            : new Shown(userId, one.status(), one.lastSeen());
                })
                .toList());
    }

    /// The client is gone. On its lane.
    void end(Client client) {
        presences.unwatch(client.caller().userId(), client.watch(List.of()));
    }
}
