package tingting.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Problem;
import tingting.testing.TestDatabase;

class DatabaseTest {
    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.database();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void what_was_written_is_there_after_a_restart() {
        put("greeting", "xin chào");
        String epoch = database.epoch();

        Database again = test.reopen();

        assertThat(get(again, "greeting")).containsExactly("xin chào");
        assertThat(again.epoch()).isEqualTo(epoch);
    }

    @Test
    void a_write_that_throws_leaves_nothing_and_harms_no_other() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String name = "n" + i;
                boolean bad = i % 3 == 0;
                writes.add(threads.submit(() -> database.run(handle -> {
                    handle.execute("INSERT INTO tb_meta (name, value) VALUES (?, 'x')", name);
                    if (bad) {
                        throw Problem.conflict("bad");
                    }
                })));
            }
            for (int i = 0; i < writes.size(); i++) {
                Future<?> write = writes.get(i);
                if (i % 3 == 0) {
                    assertThatThrownBy(write::get).hasRootCauseInstanceOf(Problem.class);
                } else {
                    write.get();
                }
            }
        }
        assertThat(names()).hasSize(66).doesNotContain("n0", "n3").contains("n1", "n2");
    }

    @Test
    void a_write_that_breaks_the_schema_harms_no_other() {
        put("taken", "1");

        assertThatThrownBy(() -> database.run(
                        handle -> handle.execute("INSERT INTO tb_meta (name, value) VALUES ('taken', '2')")))
                .isInstanceOf(RuntimeException.class);
        put("free", "3");

        assertThat(get(database, "taken")).containsExactly("1");
        assertThat(get(database, "free")).containsExactly("3");
    }

    @Test
    void concurrent_increments_are_all_counted() throws Exception {
        put("counter", "0");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                writes.add(threads.submit(() -> database.run(handle -> {
                    int value = handle.createQuery("SELECT value FROM tb_meta WHERE name = 'counter'")
                            .mapTo(Integer.class)
                            .one();
                    handle.execute("UPDATE tb_meta SET value = ? WHERE name = 'counter'", String.valueOf(value + 1));
                })));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }
        assertThat(get(database, "counter")).containsExactly("50");
    }

    @Test
    void an_id_comes_back_as_it_was_bound() {
        UUID id = UUID.randomUUID();

        UUID read = database.read(handle -> handle.createQuery("SELECT :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .one());

        assertThat(read).isEqualTo(id);
    }

    @Test
    void one_entry_that_cannot_be_written_is_refused_alone() {
        Names batcher = new Names();
        BatchQueue<Name> queue = database.batches(batcher);
        List<Name> entries = Stream.of("a", "b", "poison", "c").map(Name::new).toList();

        entries.forEach(entry -> assertThat(queue.offer(7, entry)).isTrue());

        assertThat(entries.get(0).done.join()).isEqualTo("written");
        assertThat(entries.get(1).done.join()).isEqualTo("written");
        assertThat(entries.get(2).done.join()).startsWith("refused");
        assertThat(entries.get(3).done.join()).isEqualTo("written");
        assertThat(names()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void closing_writes_what_is_queued_first() {
        BatchQueue<Name> queue = database.batches(new Names());
        for (int i = 0; i < 2000; i++) {
            assertThat(queue.offer(1, new Name("q" + i))).isTrue();
        }

        test.reopen();

        assertThat(names()).hasSize(2000);
    }

    @Test
    void the_newest_migration_is_the_one_that_the_start_expects() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"))
                            .max((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b))))
                    .contains(Migrations.NEWEST);
        }
    }

    private void put(String name, String value) {
        database.run(handle -> handle.execute("INSERT INTO tb_meta (name, value) VALUES (?, ?)", name, value));
    }

    private static List<String> get(Database database, String name) {
        return database.read(handle -> handle.createQuery("SELECT value FROM tb_meta WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .list());
    }

    private List<String> names() {
        return test.database()
                .read(handle -> handle.createQuery("SELECT name FROM tb_meta WHERE name <> 'epoch'")
                        .mapTo(String.class)
                        .list());
    }

    private static final class Name {
        final String name;
        final CompletableFuture<String> done = new CompletableFuture<>();

        Name(String name) {
            this.name = name;
        }
    }

    private static final class Names implements Batcher<Name> {
        @Override
        public void apply(Transaction transaction, List<Name> entries) throws SQLException {
            for (Name entry : entries) {
                if (entry.name.equals("poison")) {
                    throw new IllegalStateException("poison");
                }
                var insert = transaction.prepare("INSERT INTO tb_meta (name, value) VALUES (?, '')");
                insert.setString(1, entry.name);
                insert.executeUpdate();
            }
        }

        @Override
        public void committed(List<Name> entries) {
            entries.forEach(entry -> entry.done.complete("written"));
        }

        @Override
        public void failed(Name entry, RuntimeException why) {
            entry.done.complete("refused: " + why.getMessage());
        }
    }
}
