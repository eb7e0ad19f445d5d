package tingting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("no-database")
class DataDirectoryTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_new_one_is_for_its_owner_alone() throws IOException {
        Path path = folder.resolve("deep/data");
        try (DataDirectory directory = DataDirectory.open(path)) {
            assertThat(permissions(directory.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void it_is_held_by_one_server_at_a_time() throws IOException {
        DataDirectory first = DataDirectory.open(folder);
        assertThatThrownBy(() -> DataDirectory.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("Another Ting Ting is using the data directory %s.".formatted(folder));

        first.close();
        DataDirectory.open(folder).close();
    }

    @Test
    void one_that_is_a_file_cannot_be_written() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage("The data directory %s cannot be written.".formatted(file));
    }

    @Test
    void a_secret_is_made_once_and_kept_for_its_owner_alone() throws IOException {
        byte[] made;
        try (DataDirectory directory = DataDirectory.open(folder)) {
            made = directory.secrets(random).bytes("key", 32);
        }
        try (DataDirectory directory = DataDirectory.open(folder)) {
            assertThat(directory.secrets(random).bytes("key", 32))
                    .isEqualTo(made)
                    .hasSize(32);
            assertThat(directory.secrets(random).bytes("other", 32)).isNotEqualTo(made);
        }
        assertThat(permissions(folder.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("secrets/key"))).isEqualTo("rw-------");
    }

    @Test
    void a_damaged_secret_is_not_replaced() throws IOException {
        try (DataDirectory directory = DataDirectory.open(folder)) {
            directory.secrets(random).bytes("key", 32);
            Path file = folder.resolve("secrets/key");
            Files.writeString(file, "00ff");

            assertThatThrownBy(() -> directory.secrets(random).bytes("key", 32))
                    .hasRootCauseMessage("2 bytes instead of 32");
            assertThat(file).hasContent("00ff");
        }
    }
}
