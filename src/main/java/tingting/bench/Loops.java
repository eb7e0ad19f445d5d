package tingting.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/// The event loops of the load generator, one a core. The clients of each count for themselves, so that counting costs
/// no lock; what is asked here is asked on each of them.
final class Loops implements AutoCloseable {
    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(60).toMillis();

    private static final Duration LOOK = Duration.ofMillis(20);

    private final MultiThreadIoEventLoopGroup group;
    private final List<Loop> loops = new ArrayList<>();
    private int next;

    Loops() {
        IoHandlerFactory transport = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(), transport);
        group.forEach(executor -> loops.add(new Loop((EventLoop) executor)));
    }

    /// One after the other.
    Loop next() {
        return loops.get(next++ % loops.size());
    }

    void connect(Client client, Target target) {
        Class<? extends Channel> type = Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
        Bootstrap bootstrap = new Bootstrap()
                .group(client.loop().events())
                .channel(type)
                .option(ChannelOption.TCP_NODELAY, true)
                // a port that lingers after its connection would be missing for the next ones
                .option(ChannelOption.SO_LINGER, 0)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(client);
        client.prepare(bootstrap);
        bootstrap.connect(target.host(), target.port()).addListener(done -> {
            if (!done.isSuccess()) {
                client.failed(String.valueOf(done.cause().getMessage()));
            }
        });
    }

    /// Asks each loop, on its thread.
    <T> List<T> ask(Function<Loop, T> question) {
        return loops.stream().map(loop -> loop.events().submit(() -> question.apply(loop))).toList().stream()
                .map(answer -> answer.syncUninterruptibly().getNow())
                .toList();
    }

    void tell(Consumer<Loop> order) {
        ask(loop -> {
            order.accept(loop);
            return true;
        });
    }

    Loop.Count count() {
        return ask(Loop::count).stream().reduce(Loop.Count.NONE, Loop.Count::plus);
    }

    Histogram takeLatency() {
        List<Histogram> parts = ask(Loop::takeLatency);
        Histogram whole = parts.getFirst();
        parts.subList(1, parts.size()).forEach(whole::add);
        return whole;
    }

    /// What must not have happened, the most frequent first.
    List<String> troubles() {
        Map<String, Integer> all = new TreeMap<>();
        ask(Loop::troubles).forEach(some -> some.forEach((what, times) -> all.merge(what, times, Integer::sum)));
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(trouble -> "%s (%d times)".formatted(trouble.getKey(), trouble.getValue()))
                .toList();
    }

    /// Waits until it is done; false when it is not in time, or something went wrong meanwhile.
    boolean until(BooleanSupplier done, Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end || !troubles().isEmpty()) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
