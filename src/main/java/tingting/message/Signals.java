package tingting.message;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import tingting.account.ReadReceipts;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Event;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;

/// What is told to who is there and then forgotten: that somebody writes, and how far messages have come.
/// Receipts are told at once in rooms of up to 20 people, once a second in rooms of up to 100 (the furthest of each
/// person), and not at all beyond. In a direct room with a block nothing passes.
public final class Signals {
    private static final int REMEMBERED_MEMBERS = 1_000_000;
    /// If word of a change is lost.
    private static final Duration AGE = Duration.ofMinutes(1);

    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("signals").start(task);

    private record Key(UUID roomId, UUID userId, String type) {}

    private final Database database;
    private final Bus bus;
    private final ReadReceipts readReceipts;
    private final AsyncCache<UUID, Company> companies = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_MEMBERS)
            .weigher((UUID room, Company company) -> 1 + company.members().size())
            .expireAfterWrite(AGE)
            .executor(ASIDE)
            .buildAsync();
    private final Map<Key, Receipt> waiting = new ConcurrentHashMap<>();

    public Signals(Database database, Bus bus, ReadReceipts readReceipts) {
        this.database = database;
        this.bus = bus;
        this.readReceipts = readReceipts;
    }

    /// Tells a room that the caller writes, or has stopped; the caller's own devices are not told. Never blocks.
    /// The caller is known to be a member.
    public CompletableFuture<Void> typing(Caller caller, UUID roomId, boolean isTyping) {
        UUID userId = caller.userId();
        RoomSignal signal = new RoomSignal(roomId, new RoomSignal.Typing(roomId, userId, isTyping), Set.of(userId));
        CompletableFuture<Company> company = company(roomId);
        boolean free =
                company.state() == Future.State.SUCCESS && !company.resultNow().direct();
        return company.thenAcceptAsync(
                known -> {
                    if (!isQuiet(roomId, known)) {
                        bus.publish(signal);
                    }
                },
                free ? Runnable::run : ASIDE);
    }

    /// Tells a room how far a member has read. Blocks.
    void read(UUID roomId, UUID userId, long seq) {
        receipt(new Receipt(roomId, userId, seq, true));
    }

    /// Tells a room how far messages have reached a member. Blocks.
    void delivered(UUID roomId, UUID userId, long seq) {
        receipt(new Receipt(roomId, userId, seq, false));
    }

    private record Receipt(UUID roomId, UUID userId, long seq, boolean read) {
        Key key() {
            return new Key(roomId, userId, body().type());
        }

        RoomSignal.Body body() {
            return read ? new RoomSignal.Read(roomId, userId, seq) : new RoomSignal.Delivered(roomId, userId, seq);
        }

        Receipt further(Receipt other) {
            return other.seq > seq ? other : this;
        }
    }

    private void receipt(Receipt receipt) {
        Company company = company(receipt.roomId).join();
        if (company.toldAtOnce()) {
            tell(receipt, company);
        } else if (company.toldEver()) {
            waiting.merge(receipt.key(), receipt, Receipt::further);
        }
    }

    /// Tells the receipts that wait. Called once a second. Blocks.
    void beat() {
        for (Key key : waiting.keySet()) {
            Receipt receipt = waiting.remove(key);
            tell(receipt, company(receipt.roomId).join());
        }
    }

    private void tell(Receipt receipt, Company company) {
        if (isQuiet(receipt.roomId, company)) {
            return;
        }
        Set<UUID> withheld = receipt.read ? readReceipts.off(company.members()) : Set.of();
        if (!withheld.contains(receipt.userId)) {
            bus.publish(new RoomSignal(receipt.roomId, receipt.body(), withheld));
        }
    }

    private boolean isQuiet(UUID roomId, Company company) {
        return company.direct() && database.read(handle -> CompanyStore.blocked(handle, roomId));
    }

    private CompletableFuture<Company> company(UUID roomId) {
        return companies.get(roomId, id -> database.read(handle -> CompanyStore.read(handle, id)));
    }

    /// Forgets who was in a room when that changes. Never blocks; any thread.
    public void receive(Event event) {
        if (event instanceof RoomEvent change
                && !(change.joined().isEmpty() && change.left().isEmpty())) {
            companies.synchronous().invalidate(change.roomId());
        }
    }
}
