package tingting.message;

import org.jspecify.annotations.Nullable;
import tingting.protocol.Problem;
import tingting.protocol.Text;

/// What the text of a message must be, whether it is sent or edited.
final class Words {
    private Words() {}

    /// @param max longest content, in characters (code points)
    /// @throws Problem `invalid_request` naming the field
    static void check(String content, int max) {
        if (content.codePointCount(0, content.length()) > max) {
            throw Problem.invalidField("content", "must be at most " + max + " characters");
        }
        Text.requireStorable("content", content);
    }

    /// Some kinds are nothing without words, the others are nothing without a file.
    ///
    /// @throws Problem `invalid_request` naming the field
    static void checkFor(MessageKind kind, @Nullable String content) {
        if (kind.needsContent() && (content == null || content.isBlank())) {
            throw Problem.invalidField("content", "must not be empty");
        }
    }
}
