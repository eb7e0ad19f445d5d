package tingting.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import tingting.protocol.Problem;

/// Whom somebody lets write to them and invite them: the setting `who_may_write`.
enum WhoMayWrite {
    EVERYONE,
    FRIENDS;

    private static final String SETTING = "who_may_write";

    /// As it is set; everyone when it is not.
    ///
    /// @throws Problem `invalid_request` when it is set to something else
    static WhoMayWrite of(ObjectNode settings) {
        JsonNode word = settings.path(SETTING);
        return word.isMissingNode()
                ? EVERYONE
                : Arrays.stream(values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word.textValue()))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalidField("settings." + SETTING, "must be \"everyone\" or \"friends\""));
    }
}
