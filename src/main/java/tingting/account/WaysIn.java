package tingting.account;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.oauth.OAuth;
import tingting.protocol.Problem;

/// Keeps people from taking away the last way into their account. Belongs into the transaction that takes one away.
public final class WaysIn {
    private final OAuth oauth;
    private final AccountStore accounts = new AccountStore();
    private final OAuthLinkStore links = new OAuthLinkStore();
    private final PasskeyStore passkeys = new PasskeyStore();

    public WaysIn(OAuth oauth) {
        this.oauth = oauth;
    }

    /// Providers that are no longer set up open nothing.
    ///
    /// @throws Problem `conflict` when there is neither a password nor a link nor a passkey
    void require(Handle handle, UUID userId) {
        boolean any = accounts.hash(handle, userId).isPresent()
                || links.of(handle, userId).stream()
                        .anyMatch(link -> oauth.offerOf(link.issuer()).isPresent())
                || !passkeys.of(handle, userId).isEmpty();
        if (!any) {
            throw Problem.conflict("This is the only way to sign in to the account. Choose a password first.");
        }
    }
}
