package tingting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.Json;
import tingting.protocol.Problem;

/// The way from `tingting admin` to the running server: a Unix domain socket in the data directory, which only who
/// may read the directory can open. One order a connection, as JSON, and one answer. So one process alone writes
/// the database, and what an order changes is felt by the server's sockets before the answer is there.
final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final String FILE = "console";
    private static final int LONGEST_ORDER = 16 * 1024;

    /// What came out: words to print, or the sentence why not.
    record Answer(@Nullable String done, @Nullable String refused) {}

    private final AdminDesk desk;
    private final Path file;
    private final ServerSocketChannel door;

    private Console(AdminDesk desk, Path file, ServerSocketChannel door) {
        this.desk = desk;
        this.file = file;
        this.door = door;
        Thread.ofVirtual().name("console").start(this::serve);
    }

    /// Opens it. The caller holds the data directory: a socket that is there was left by a process that is no more.
    ///
    /// @throws IOException when the place has no such sockets, or its path is too long for one (some 100 bytes)
    static Console open(Path dataDir, AdminDesk desk) throws IOException {
        Path file = dataDir.resolve(FILE);
        Files.deleteIfExists(file);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            door.bind(UnixDomainSocketAddress.of(file));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException | RuntimeException e) {
            door.close();
            throw e;
        }
        return new Console(desk, file, door);
    }

    /// Has a running server carry out an order; empty when none can be reached there.
    ///
    /// @throws IOException when it was reached and did not answer
    static Optional<Answer> ask(Path dataDir, AdminOrder order) throws IOException {
        Path file = dataDir.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(file));
            } catch (IOException nobodyListens) {
                LOG.debug("Nobody listens at {}", file, nobodyListens);
                return Optional.empty();
            }
            Channels.newOutputStream(channel).write(Json.bytes(order));
            channel.shutdownOutput();
            byte[] answer = Channels.newInputStream(channel).readAllBytes();
            return Optional.of(Json.MAPPER.readValue(answer, Answer.class));
        }
    }

    private void serve() {
        while (door.isOpen()) {
            try {
                SocketChannel channel = door.accept();
                Thread.ofVirtual().name("console-order").start(() -> take(channel));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.error("The console is closed: tingting admin cannot reach this server any more", e);
                return;
            }
        }
    }

    private void take(SocketChannel channel) {
        try (channel) {
            InputStream in = Channels.newInputStream(channel);
            AdminOrder order = Json.MAPPER.readValue(in.readNBytes(LONGEST_ORDER), AdminOrder.class);
            String account =
                    channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            OutputStream out = Channels.newOutputStream(channel);
            out.write(Json.bytes(answer(order, account)));
        } catch (IOException e) {
            LOG.warn("An order from the console was not understood or not answered: {}", e.getMessage());
        }
    }

    private Answer answer(AdminOrder order, String account) {
        try {
            return new Answer(desk.carryOut(order, account), null);
        } catch (Problem problem) {
            return new Answer(null, problem.detail());
        } catch (RuntimeException e) {
            LOG.error("{} failed", order, e);
            return new Answer(null, "The server could not do it; its log says why.");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(file);
    }
}
