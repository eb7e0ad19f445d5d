package tingting.hostile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The type of a field, with values that are not of it.
enum Kind {
    ID(1, true, List.of(), Map.of(), "", "no id", "x".repeat(20_000), "' OR 1=1 --", "\u0000"),
    /// A text that is checked for what can be stored, and no more.
    TEXT(1, true, List.of("a"), Map.of("a", 1), "a\u0000b", "\ud800 half a pair"),
    NUMBER("1", true, List.of(1), Map.of(), 1.5, -1, 1e30, "NaN", new java.math.BigInteger("9".repeat(40))),
    FLAG("true", 1, List.of(true), Map.of()),
    IDS("x", 1, true, Map.of(), List.of(1), List.of("x"), List.of(List.of()), many()),
    OBJECT(1, "x", true, List.of());

    private final List<Object> wrong;

    Kind(Object... wrong) {
        this.wrong = List.of(wrong);
    }

    List<Object> wrong() {
        return wrong;
    }

    private static List<String> many() {
        return Collections.nCopies(1_001, 0).stream()
                .map(i -> UUID.randomUUID().toString())
                .toList();
    }
}
