package tingting.message;

import java.util.Set;
import java.util.UUID;

/// Who is in a room, as far as it matters for what is told in passing.
///
/// @param members all of them, or the first few too many to be told
record Company(boolean direct, Set<UUID> members) {
    /// Up to so many people are told of receipts at once.
    private static final int AT_ONCE = 20;
    /// Up to so many people are told of receipts at all.
    private static final int EVER = 100;

    /// How many members tell the cases apart.
    static final int ENOUGH = EVER + 1;

    boolean toldAtOnce() {
        return members.size() <= AT_ONCE;
    }

    boolean toldEver() {
        return members.size() <= EVER;
    }
}
