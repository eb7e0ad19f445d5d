package tingting.notice;

/// Takes messages out of the house, each in one attempt. Blocks; called on virtual threads, several at once.
@FunctionalInterface
public interface Carrier<M> {
    /// Returns when somebody else has taken it over.
    ///
    /// @throws Undelivered when nobody did
    void carry(M message) throws Undelivered;
}
