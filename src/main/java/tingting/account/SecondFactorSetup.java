package tingting.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tingting.factor.SecondFactors.Fresh;

/// What an authenticator app needs, and the codes for when it is lost: shown once and never again.
///
/// @param secret for typing in
/// @param otpauthUrl the same as a link, for a QR code
public record SecondFactorSetup(String secret, String otpauthUrl, List<String> recoveryCodes) {
    private static final String ISSUER = "Ting Ting";

    static SecondFactorSetup of(String username, Fresh fresh) {
        String url = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(ISSUER), encoded(username), fresh.secret(), encoded(ISSUER));
        return new SecondFactorSetup(fresh.secret(), url, fresh.recoveryCodes());
    }

    /// Apps take a plus for a plus.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Without what nobody else may see.
    @Override
    public String toString() {
        return "SecondFactorSetup[]";
    }
}
