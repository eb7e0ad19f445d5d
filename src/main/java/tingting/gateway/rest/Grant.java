package tingting.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tingting.account.Me;
import tingting.session.Tokens;

/// What somebody gets who signs up or in, or renews their tokens.
///
/// @param refreshToken left out for browsers, which keep it in a cookie that scripts cannot read
/// @param expiresIn seconds until the access token expires
record Grant(
        Me user,
        String accessToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken,
        long expiresIn) {

    static Grant withRefreshToken(Me user, Tokens tokens) {
        return new Grant(
                user,
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.accessLifetime().toSeconds());
    }

    static Grant withoutRefreshToken(Me user, Tokens tokens) {
        return new Grant(
                user, tokens.accessToken(), null, tokens.accessLifetime().toSeconds());
    }
}
