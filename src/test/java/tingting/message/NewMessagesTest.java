package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.testing.TestDatabase;

/// How SQLite plans what every batch asks. PostgreSQL plans by what is in its tables: in a test, nothing.
@Tag("no-database")
class NewMessagesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256, 512})
    void a_batch_looks_its_messages_up_by_their_keys_and_never_reads_the_whole_table(int keys) {
        try (TestDatabase test = TestDatabase.create()) {
            List<String> plan = test.database()
                    .read(handle -> handle.createQuery("EXPLAIN QUERY PLAN "
                                    + NewMessages.sentBefore(keys).replace("?", "x'00'"))
                            .map((row, context) -> row.getString("detail"))
                            .list());
            assertThat(plan)
                    .anyMatch(step -> step.startsWith("SEARCH m USING INDEX") && step.contains("client_msg_id=?"));
        }
    }
}
