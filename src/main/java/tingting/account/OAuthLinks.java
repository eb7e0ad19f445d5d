package tingting.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.database.Database;
import tingting.notice.Notice;
import tingting.oauth.Identity;
import tingting.oauth.OAuth;
import tingting.oauth.Refusal;
import tingting.oauth.Refusal.Reason;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.session.Sessions;

/// Which identities of providers open the caller's account. Safe from any thread; every verb blocks.
public final class OAuthLinks {
    private final Database database;
    private final Sessions sessions;
    private final OAuth oauth;
    private final WaysIn waysIn;
    private final OwnerMail mail;
    private final Clock clock;
    private final OAuthLinkStore links = new OAuthLinkStore();
    private final UserStore users = new UserStore();

    /// An identity that opens the account.
    ///
    /// @param provider as addresses write it
    /// @param name of the provider
    /// @param label what the provider called its owner when it was linked
    public record Link(String provider, String name, String label, Instant createdAt) {}

    public OAuthLinks(Database database, Sessions sessions, OAuth oauth, OwnerMail mail, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.oauth = oauth;
        this.waysIn = new WaysIn(oauth);
        this.mail = mail;
        this.clock = clock;
    }

    /// Has the identity open the account of a session from now on; its owner is told by mail.
    ///
    /// @throws Refusal when the session has ended, the identity opens another account, or another identity of the
    ///     same provider opens this one
    public void link(Caller caller, Identity identity, Asker asker) {
        database.write(handle -> insert(handle, caller, identity))
                .ifPresent(me -> mail.tell(me, asker.languages(), new Notice.SignInLinked()));
    }

    /// The owner to tell; nobody when it was linked already.
    private Optional<Me> insert(Handle handle, Caller caller, Identity identity) {
        if (!sessions.lives(handle, caller)) {
            throw new Refusal(Reason.SIGNED_OUT);
        }
        Optional<UUID> owner = links.owner(handle, identity);
        if (owner.filter(other -> !other.equals(caller.userId())).isPresent()) {
            throw new Refusal(Reason.TAKEN);
        }
        if (owner.isPresent()) {
            return Optional.empty();
        }
        if (links.has(handle, caller.userId(), identity.issuer())) {
            throw new Refusal(Reason.LINKED_OTHERWISE);
        }
        links.insert(handle, caller.userId(), identity, clock.instant());
        return users.me(handle, caller.userId());
    }

    /// Those of providers that are set up, the oldest first.
    public List<Link> list(Caller caller) {
        return database.read(handle -> list(handle, caller.userId()));
    }

    private List<Link> list(Handle handle, UUID userId) {
        return links.of(handle, userId).stream()
                .flatMap(kept -> oauth.offerOf(kept.issuer()).stream()
                        .map(offer -> new Link(offer.provider(), offer.name(), kept.label(), kept.createdAt())))
                .toList();
    }

    /// Takes the provider's identity from the caller's account.
    ///
    /// @throws Problem `not_found` when there is none, `conflict` when nothing else would open the account
    public void unlink(Caller caller, String provider) {
        String issuer = oauth.issuer(provider).orElseThrow(Problem::notFound);
        database.run(handle -> {
            if (!links.delete(handle, caller.userId(), issuer)) {
                throw Problem.notFound();
            }
            waysIn.require(handle, caller.userId());
        });
    }
}
