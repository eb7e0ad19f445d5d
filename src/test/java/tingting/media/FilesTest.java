package tingting.media;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tingting.message.Draft;
import tingting.message.MessageKind;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.testing.TestChat;

/// Files by their verbs, with a clock to move and a disk to fill.
class FilesTest {
    private static final int MOST = 1000;

    @TempDir
    private Path folder;

    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private Storage storage;
    private Uploads uploads;
    private Downloads downloads;
    private Sweeper sweeper;

    @BeforeEach
    void open() throws IOException {
        storage = new DiskStorage(folder.resolve("contents"));
        uploads = uploads();
        Links links = new Links(new byte[32], caller -> true, chat.clock);
        downloads = new Downloads(chat.database, storage, links);
        sweeper = new Sweeper(chat.database, storage, chat.clock);
    }

    @AfterEach
    void close() {
        sweeper.close();
        chat.close();
    }

    private Uploads uploads() throws IOException {
        Intake intake = new Intake(folder.resolve("incoming"), room::get);
        return new Uploads(chat.database, storage, intake, new Uploads.Limits(MOST, 3 * MOST, 2), chat.ids, chat.clock);
    }

    private KeptFile upload(Caller by, String text) {
        return upload(by, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private KeptFile upload(Caller by, InputStream content) {
        return uploads.add(by, Optional.empty(), OptionalLong.empty(), () -> new Uploads.Sent("a.txt", content));
    }

    private CompletableFuture<UUID> send(UUID room, KeptFile file) {
        Draft draft = new Draft(
                room,
                chat.ids.next(),
                MessageKind.FILE,
                null,
                null,
                null,
                List.of(),
                false,
                null,
                List.of(file.fileId()));
        return chat.messages.send(an, draft).thenApply(receipt -> receipt.messageId());
    }

    private boolean kept(KeptFile file) throws IOException {
        try {
            storage.open(file.hash(), 0, 1);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /// A day and an hour later, swept as often as it takes.
    private void sweepTomorrow() throws IOException {
        chat.clock.advance(Duration.ofHours(25));
        sweeper.sweep();
        chat.clock.advance(Duration.ofHours(2));
        sweeper.sweep();
    }

    @Test
    void a_file_that_nobody_sends_is_gone_after_a_day_and_one_that_was_sent_stays() throws IOException {
        KeptFile unused = upload(an, "unused");
        KeptFile sent = upload(an, "sent");
        send(chat.group(an, binh), sent).join();
        sweeper.sweep();
        assertThat(downloads.find(an, unused.fileId())).isEqualTo(unused);
        sweepTomorrow();
        assertRefused(() -> downloads.find(an, unused.fileId()), ErrorCode.NOT_FOUND);
        assertThat(kept(unused)).isFalse();
        assertThat(downloads.find(binh, sent.fileId())).isEqualTo(sent);
        assertThat(kept(sent)).isTrue();
    }

    @Test
    void bytes_stay_as_long_as_one_file_has_them() throws IOException {
        KeptFile one = upload(an, "the same");
        KeptFile other = upload(binh, "the same");
        UUID message = send(chat.group(an, binh), one).join();
        assertThat(other.hash()).isEqualTo(one.hash());
        sweepTomorrow();
        assertThat(kept(one)).isTrue();
        chat.recalls.recall(an, message).join();
        sweepTomorrow();
        assertThat(kept(one)).isFalse();
        upload(binh, "the same");
        assertThat(kept(one)).isTrue();
    }

    @Test
    void what_is_being_deleted_is_taken_in_again_only_when_that_is_done() throws IOException {
        KeptFile file = upload(an, "doomed");
        chat.clock.advance(Duration.ofHours(25));
        chat.database.write(handle -> FileStore.deleteUnused(handle, chat.clock.instant(), chat.clock.instant()));
        chat.clock.advance(Duration.ofHours(2));
        chat.database.write(handle -> FileStore.doom(handle, chat.clock.instant()));
        assertRefused(() -> upload(an, "doomed"), ErrorCode.BUSY);
        sweeper.sweep();
        upload(an, "doomed");
        assertThat(kept(file)).isTrue();
    }

    @Test
    void a_file_that_is_sent_while_it_would_be_swept_is_sent_or_refused_and_never_lost() throws IOException {
        UUID group = chat.group(an, binh);
        for (int i = 0; i < 20; i++) {
            KeptFile file = upload(an, "race " + i);
            chat.clock.advance(Duration.ofHours(25));
            CompletableFuture<UUID> sending = send(group, file);
            sweeper.sweep();
            try {
                sending.join();
                assertThat(downloads.find(binh, file.fileId())).isEqualTo(file);
            } catch (CompletionException refused) {
                assertRefused(sending, ErrorCode.NOT_FOUND);
                assertRefused(() -> downloads.find(an, file.fileId()), ErrorCode.NOT_FOUND);
            }
        }
    }

    @Test
    void a_full_disk_refuses_files_and_nothing_is_left_of_them() throws IOException {
        room.set(0);
        assertRefused(() -> upload(an, "no room"), ErrorCode.INSUFFICIENT_STORAGE);
        assertThat(arriving()).isEmpty();
        room.set(Long.MAX_VALUE);
        upload(an, "room again");
        chat.say(an, chat.group(an, binh), "the chat goes on");
    }

    @Test
    void a_disk_that_fills_while_a_file_comes_refuses_it() throws IOException {
        Intake intake = new Intake(folder.resolve("filling"), room::get);
        byte[] long_ = new byte[9 << 20];
        InputStream filling = new ByteArrayInputStream(long_) {
            @Override
            public int read(byte[] into, int offset, int length) {
                room.set(0);
                return super.read(into, offset, length);
            }
        };
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> intake.take(filling, long_.length))
                .isInstanceOf(OutOfSpace.class);
        try (Stream<Path> left = Files.list(folder.resolve("filling"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_lay_in_the_way_of_a_killed_process_is_cleared() throws IOException {
        Files.writeString(folder.resolve("incoming/half"), "half of a file");
        uploads = uploads();
        assertThat(arriving()).isEmpty();
    }

    private List<Path> arriving() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return files.toList();
        }
    }

    @Test
    void one_user_uploads_only_so_much_in_a_day() {
        upload(an, "x".repeat(MOST));
        upload(an, "y".repeat(MOST));
        upload(an, "z".repeat(MOST));
        long announced = 9_000;
        assertRefused(
                () -> uploads.add(an, Optional.empty(), OptionalLong.of(announced), FilesTest::never),
                ErrorCode.RATE_LIMITED);
        upload(binh, "x".repeat(MOST));
        chat.clock.advance(Duration.ofDays(1).plusSeconds(1));
        upload(an, "x".repeat(MOST));
    }

    private static Uploads.Sent never() {
        throw new AssertionError("nothing of it should be read");
    }

    @Test
    void one_user_has_only_so_many_uploads_at_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<KeptFile>> slow = Stream.of("one", "two")
                .map(text -> CompletableFuture.supplyAsync(
                        () -> uploads.add(an, Optional.empty(), OptionalLong.empty(), () -> {
                            begun.countDown();
                            awaitUninterrupted(go);
                            return new Uploads.Sent(
                                    "a", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                        }),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        begun.await();
        assertRefused(() -> upload(an, "three"), ErrorCode.RATE_LIMITED);
        upload(binh, "another's");
        go.countDown();
        slow.forEach(CompletableFuture::join);
        upload(an, "three");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_link_is_over_after_its_time() {
        KeptFile file = upload(an, "linked");
        Links links = new Links(new byte[32], caller -> true, chat.clock);
        String signature = links.make(an, file).url().replaceFirst(".*signature=", "");
        assertThat(links.read(file.fileId(), signature)).contains(an);
        Links ended = new Links(new byte[32], caller -> false, chat.clock);
        assertThat(ended.read(file.fileId(), signature)).isEmpty();
        chat.clock.advance(Duration.ofMinutes(10));
        assertThat(links.read(file.fileId(), signature)).isEmpty();
    }
}
