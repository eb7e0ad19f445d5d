package tingting.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("no-database")
class FileNameTest {
    private static List<Arguments> names() {
        return List.of(
                Arguments.of("../../x", "x"),
                Arguments.of("..\\..\\x.txt", "x.txt"),
                Arguments.of("C:\\Windows\\evil.exe", "evil.exe"),
                Arguments.of("/etc/passwd", "passwd"),
                Arguments.of("a\u0000b\u0007.txt", "ab.txt"),
                Arguments.of("a\r\nSet-Cookie: b.txt", "aSet-Cookie: b.txt"),
                Arguments.of("photo\u202egpj.exe", "photogpj.exe"),
                Arguments.of("one\u2028two.txt", "onetwo.txt"),
                Arguments.of("half \ud800pair.txt", "half pair.txt"),
                Arguments.of("...", "file"),
                Arguments.of("/", "file"),
                Arguments.of("  .hidden.  ", "hidden"),
                Arguments.of("x".repeat(500) + ".jpeg", "x".repeat(115) + ".jpeg"),
                Arguments.of("Ảnh biển.jpg", "Ảnh biển.jpg"),
                Arguments.of("👨‍👩‍👧.png", "👨‍👩‍👧.png"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_is_one_line_of_what_can_be_seen_and_no_path(String sent, String kept) {
        assertThat(FileName.clean(sent)).isEqualTo(kept);
    }
}
