package tingting.passkey;

/// What a device answered cannot be believed: it is no answer, or not to this question, or not signed as it must be. It
/// carries no stack trace: it is an answer, not an accident.
public final class Unbelievable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean copied;

    Unbelievable(String why, boolean copied) {
        super(why, null, false, false);
        this.copied = copied;
    }

    /// Whether the device counts from before: its key seems to be in another one's hands too.
    public boolean copied() {
        return copied;
    }
}
