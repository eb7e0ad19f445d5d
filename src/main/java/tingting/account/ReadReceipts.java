package tingting.account;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tingting.database.Database;
import tingting.protocol.Event;
import tingting.protocol.UserEvent;

/// Who has switched read receipts off (`settings.read_receipts` is false): they tell nobody how far they have read,
/// and are told of nobody. Remembered once it was asked, until the profile changes.
public final class ReadReceipts {
    private static final int REMEMBERED = 100_000;
    /// If word of a change is lost.
    private static final Duration AGE = Duration.ofMinutes(1);

    private final Database database;
    private final UserStore store = new UserStore();
    private final AsyncCache<UUID, Boolean> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(AGE)
            .executor(task -> Thread.ofVirtual().name("read-receipts").start(task))
            .buildAsync();

    public ReadReceipts(Database database) {
        this.database = database;
    }

    /// Those of these people who have switched them off. Blocks where somebody is not remembered.
    public Set<UUID> off(Collection<UUID> people) {
        return known.getAll(people, this::read).join().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    private Map<UUID, Boolean> read(Set<? extends UUID> people) {
        Set<UUID> off = database.read(handle -> store.withoutReadReceipts(handle, new HashSet<>(people)));
        return people.stream().collect(toMap(Function.identity(), off::contains));
    }

    /// Forgets who changed their profile. Never blocks; any thread.
    public void receive(Event event) {
        if (event instanceof UserEvent told && told.body() instanceof UserEvent.ProfileUpdated profile) {
            known.synchronous().invalidate(profile.userId());
        }
    }
}
