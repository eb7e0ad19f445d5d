package tingting;

/// Why the server cannot start, in one sentence for whoever started it.
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
