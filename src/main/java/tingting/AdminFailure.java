package tingting;

import org.jspecify.annotations.Nullable;

/// Why an order of `tingting admin` was not carried out, in one sentence for whoever gave it.
final class AdminFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AdminFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
