package tingting.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.testing.TestDatabase;

@Tag("no-database")
class KeptStatementsTest {
    private final TestDatabase database = TestDatabase.create();
    private final List<PreparedStatement> used = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_statement_serves_again_and_remembers_nothing() {
        List<Integer> answers = database.database()
                .write(handle -> List.of(
                        one(handle, "SELECT :a + 1")
                                .bind("a", 1)
                                .mapTo(Integer.class)
                                .one(),
                        one(handle, "SELECT :a + 1")
                                .bind("a", 5)
                                .mapTo(Integer.class)
                                .one()));
        assertThat(answers).containsExactly(2, 6);
        assertThat(used).hasSize(2).containsOnly(used.getFirst());
    }

    @Test
    void two_at_a_time_are_two() {
        List<Integer> answers = database.database().write(handle -> {
            List<Integer> sums = new ArrayList<>();
            one(handle, "SELECT value FROM json_each(:list)")
                    .bind("list", "[1, 2]")
                    .mapTo(Integer.class)
                    .forEach(outer -> one(handle, "SELECT value FROM json_each(:list)")
                            .bind("list", "[10, 20]")
                            .mapTo(Integer.class)
                            .forEach(inner -> sums.add(outer + inner)));
            return sums;
        });
        assertThat(answers).containsExactly(11, 21, 12, 22);
    }

    @Test
    void one_that_failed_serves_again() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> database.database()
                            .write(handle -> one(handle, "SELECT value FROM json_each(:list)")
                                    .bind("list", "[1, 2]")
                                    .map((row, context) -> {
                                        throw new IllegalStateException("in the middle");
                                    })
                                    .list()))
                    .hasMessageContaining("in the middle");
        }
        assertThat(used).hasSize(2).containsOnly(used.getFirst());
        database.database().run(handle -> handle.execute("CREATE TABLE proof (id INTEGER)"));
    }

    @Test
    void a_batch_that_broke_off_leaves_no_rows_for_the_next() {
        database.database().run(handle -> handle.execute("CREATE TABLE proof (id INTEGER UNIQUE)"));
        String insert = "INSERT INTO proof (id) VALUES (:id)";
        assertThatThrownBy(() -> database.database().run(handle -> {
                    var batch = handle.prepareBatch(insert);
                    List.of(1, 1, 2).forEach(id -> batch.bind("id", id).add());
                    batch.execute();
                }))
                .hasMessageContaining("UNIQUE");
        database.database().run(handle -> {
            var batch = handle.prepareBatch(insert);
            batch.bind("id", 7).add();
            batch.execute();
        });
        List<Integer> ids = database.database()
                .read(handle -> handle.createQuery("SELECT id FROM proof")
                        .mapTo(Integer.class)
                        .list());
        assertThat(ids).containsExactly(7);
    }

    @Test
    void more_texts_than_are_kept_work_all_the_same() {
        database.database().run(handle -> {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 100; i++) {
                    assertThat(one(handle, "SELECT " + i).mapTo(Integer.class).one())
                            .isEqualTo(i);
                }
            }
        });
    }

    private Query one(Handle handle, String sql) {
        return handle.createQuery(sql).addCustomizer(new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) {
                used.add(statement);
            }
        });
    }
}
