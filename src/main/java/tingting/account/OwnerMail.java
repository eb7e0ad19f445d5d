package tingting.account;

import tingting.notice.Language;
import tingting.notice.Notice;

/// Tells the owner of an account by mail what was done with it, so that they notice when it was not them: at the
/// confirmed address alone, since one that is only claimed may be somebody else's. Safe from any thread; returns at
/// once.
public final class OwnerMail {
    /// Takes a mail to be sent; returns at once.
    @FunctionalInterface
    public interface Sender {
        void mail(String address, Language language, Notice notice);
    }

    private final Sender sender;

    public OwnerMail(Sender sender) {
        this.sender = sender;
    }

    /// For who makes accounts where nobody reads mails.
    public static OwnerMail none() {
        return new OwnerMail((address, language, notice) -> {});
    }

    /// @param languages the `Accept-Language` of who did it, or nothing: for an owner who has set none
    public void tell(Me owner, String languages, Notice notice) {
        if (owner.email() != null && owner.emailVerifiedAt() != null) {
            sender.mail(owner.email(), owner.language(languages), notice);
        }
    }
}
