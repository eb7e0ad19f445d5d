package tingting.config;

/// A setting that is unknown or cannot be read. The message is one sentence for whoever wrote it.
public final class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSetting(String sentence) {
        super(sentence);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
