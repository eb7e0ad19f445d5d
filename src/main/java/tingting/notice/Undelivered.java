package tingting.notice;

/// A message was not taken over. Its words go into the log: they name neither the recipient nor anything that a
/// server wrote, since servers like to repeat addresses.
public final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    private Undelivered(String reason, boolean lasting) {
        super(reason, null, false, false);
        this.lasting = lasting;
    }

    /// Another attempt may succeed.
    public static Undelivered now(String reason) {
        return new Undelivered(reason, false);
    }

    /// Another attempt would be refused as well.
    public static Undelivered ever(String reason) {
        return new Undelivered(reason, true);
    }

    boolean lasting() {
        return lasting;
    }
}
