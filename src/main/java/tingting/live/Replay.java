package tingting.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;

/// Gives one connection the kept changes that it missed, page by page, only as fast as it reads: nothing piles up in
/// memory. Blocks: on virtual threads only.
final class Replay {
    private static final int PAGE = 100;
    /// How many pages are read at a time: when everybody comes back at once, the others wait here and not in the
    /// database's queue, which would refuse them.
    private static final int READS_AT_ONCE = 64;

    private final Semaphore turns = new Semaphore(READS_AT_ONCE, true);
    private final ChangeSource source;
    private final List<Dialect> dialects;

    Replay(ChangeSource source, List<Dialect> dialects) {
        this.source = source;
        this.dialects = dialects;
    }

    /// Writes the changes after the listener's position up to `upTo`, as far as there are any; answers how many.
    /// Empty when the membership that it listens by is over: the change that ended it is on its way, and removes
    /// the listener.
    OptionalInt bring(Listener listener, long upTo) {
        Lane lane = listener.connection.lane();
        int count = 0;
        while (true) {
            long position = lane.call(() -> position(listener)).join();
            if (position >= upTo) {
                return OptionalInt.of(count);
            }
            Optional<List<RoomEvent>> page = read(listener, position);
            if (page.isEmpty()) {
                return OptionalInt.empty();
            }
            List<RoomEvent> wanted =
                    page.get().stream().takeWhile(event -> event.rev() <= upTo).toList();
            if (wanted.isEmpty() || !write(listener, wanted)) {
                return OptionalInt.of(count);
            }
            count += wanted.size();
        }
    }

    /// Empty for who is no member any more, and for who is one again since: that one's changes begin later.
    private Optional<List<RoomEvent>> read(Listener listener, long position) {
        UUID roomId = listener.audience.feed().roomId();
        turns.acquireUninterruptibly();
        try {
            List<RoomEvent> page = source.after(listener.connection.caller(), roomId, position, PAGE);
            return page.isEmpty() || page.getFirst().rev() == position + 1 ? Optional.of(page) : Optional.empty();
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.NOT_FOUND) {
                throw problem;
            }
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private static long position(Listener listener) {
        return listener.isRemoved() ? Long.MAX_VALUE : listener.position();
    }

    /// Answers whether the connection took it all.
    private boolean write(Listener listener, List<RoomEvent> page) {
        Connection connection = listener.connection;
        List<Frame> frames = new ArrayList<>(page.size());
        try {
            for (RoomEvent event : page) {
                frames.add(Frame.text(out -> dialects.get(connection.dialect()).encode(event, out)));
            }
            int next = 0;
            while (next < page.size()) {
                int from = next;
                next = connection
                        .lane()
                        .call(() -> writeSome(listener, page, frames, from))
                        .join();
                if (next == from && !awaitWritable(connection)) {
                    return false;
                }
            }
            return true;
        } finally {
            frames.forEach(Frame::release);
        }
    }

    /// On the lane: writes while the connection takes more; answers the place of the first that was not written.
    private static int writeSome(Listener listener, List<RoomEvent> page, List<Frame> frames, int from) {
        int i = from;
        while (i < page.size() && listener.connection.isWritable() && !listener.isRemoved()) {
            listener.connection.write(frames.get(i));
            listener.waitAt(page.get(i).rev());
            i++;
        }
        return listener.isRemoved() ? page.size() : i;
    }

    private static boolean awaitWritable(Connection connection) {
        return connection
                .lane()
                .call(connection::whenWritable)
                .thenCompose(Function.identity())
                .join();
    }
}
