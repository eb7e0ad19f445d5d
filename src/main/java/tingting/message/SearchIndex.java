package tingting.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.database.Database;
import tingting.protocol.RoomEvent;

/// Keeps the search index up with the messages, behind the journal: half a second after the first change it
/// looks at what is new in the rooms that changed. How far it has come in each room is written with the words
/// themselves, so that after a crash it goes on where it was, and several nodes do no work twice.
public final class SearchIndex implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;
    /// How many changes one transaction takes in: it holds up the journal's writer for about two milliseconds.
    private static final int CHANGES = 64;
    /// How many transactions one look at the rooms is good for.
    private static final int PAGES = 64;

    private static final int ROOMS = 500;
    private static final UUID NOWHERE = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    private final Database database;
    private final SearchStore store;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<UUID> changed = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    /// Rooms to look at, the longest waiting first; the thread's own.
    private final Set<UUID> rooms = new LinkedHashSet<>();
    /// Where the search for rooms that changed before the start goes on; empty after the last; the thread's
    /// own.
    private Optional<UUID> backlog = Optional.of(NOWHERE);

    public SearchIndex(Database database) {
        this.database = database;
        this.store = new SearchStore(database.dialect());
        this.thread = Thread.ofVirtual().name("search-index").start(this::loop);
    }

    /// Notes a change of a room. Never blocks; any thread.
    public void changed(RoomEvent event) {
        boolean words = event.body() instanceof RoomEvent.NewMessage || event.body() instanceof RoomEvent.MessageEdited;
        if (words && waiting.add(event.roomId())) {
            changed.add(event.roomId());
        }
    }

    private void loop() {
        try {
            while (closing.getCount() > 0) {
                gather();
                if (!indexGuarded() && pause()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The search index stops", e);
        }
    }

    /// Takes up what changed; waits for a change when there is nothing left to do.
    private void gather() throws InterruptedException {
        if (rooms.isEmpty() && backlog.isEmpty()) {
            take(List.of(changed.take()));
            if (pause()) {
                return;
            }
        }
        List<UUID> more = new ArrayList<>();
        changed.drainTo(more);
        take(more);
    }

    private void take(List<UUID> roomIds) {
        roomIds.forEach(waiting::remove);
        rooms.addAll(roomIds);
    }

    /// Lets changes gather; answers whether it is time to end.
    private boolean pause() throws InterruptedException {
        return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private boolean indexGuarded() {
        try {
            if (rooms.isEmpty() && backlog.isPresent()) {
                rooms.addAll(behind(backlog.get()));
            }
            if (!rooms.isEmpty()) {
                indexSome();
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Messages could not be indexed for search, trying again", e);
            return false;
        }
    }

    private List<UUID> behind(UUID after) {
        List<UUID> page = database.read(handle -> store.behind(handle, after, ROOMS));
        backlog = page.size() < ROOMS ? Optional.empty() : Optional.of(page.getLast());
        return page;
    }

    /// Takes in what is new in the rooms that wait longest. Those in which much is new wait again.
    private void indexSome() {
        List<UUID> turn = rooms.stream().limit(ROOMS).toList();
        Deque<SearchStore.Stretch> ahead = new ArrayDeque<>(database.read(handle -> store.ahead(handle, turn)));
        for (int pages = 0; pages < PAGES && !ahead.isEmpty() && closing.getCount() > 0; pages++) {
            List<SearchStore.Stretch> page = page(ahead);
            List<SearchStore.Written> written = database.read(handle -> store.written(handle, page));
            write(page, written.stream().map(SearchIndex::entry).toList());
        }
        turn.forEach(rooms::remove);
        ahead.stream().map(SearchStore.Stretch::roomId).forEach(rooms::add);
    }

    /// Takes from the head as much as one transaction takes in; the last stretch may be cut.
    private static List<SearchStore.Stretch> page(Deque<SearchStore.Stretch> ahead) {
        List<SearchStore.Stretch> page = new ArrayList<>();
        long left = CHANGES;
        while (left > 0 && !ahead.isEmpty()) {
            SearchStore.Stretch stretch = ahead.removeFirst();
            SearchStore.Stretch taken = stretch.atMost(left);
            page.add(taken);
            left -= taken.length();
            if (taken.upTo() < stretch.upTo()) {
                ahead.addFirst(new SearchStore.Stretch(stretch.roomId(), taken.upTo(), stretch.upTo()));
            }
        }
        return page;
    }

    private void write(List<SearchStore.Stretch> stretches, List<SearchStore.Entry> entries) {
        database.run(handle -> {
            Set<UUID> advanced = store.advance(handle, stretches);
            store.put(
                    handle,
                    entries.stream()
                            .filter(entry -> advanced.contains(entry.roomId()))
                            .toList());
        });
    }

    private static SearchStore.Entry entry(SearchStore.Written message) {
        Stream<String> scope =
                Stream.of(SearchStore.roomWord(message.roomId()), SearchStore.senderWord(message.userId()));
        Stream<String> words = SearchWords.of(message.content()).stream().map(SearchWords.Word::text);
        return new SearchStore.Entry(
                message.messageId(),
                message.roomId(),
                message.createdAt(),
                Stream.concat(scope, words).distinct().collect(Collectors.joining(" ")));
    }

    /// Ends. What is not indexed yet is found again by the next start.
    @Override
    public void close() {
        // woken by a room, not by an interrupt: that could break off a statement
        closing.countDown();
        changed.add(NOWHERE);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
