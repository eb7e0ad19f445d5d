package tingting.moderation;

import tingting.protocol.Caller;

/// Who acts in office, and from where.
public sealed interface Agent {
    /// Somebody who is signed in.
    ///
    /// @param address of their device
    record Person(Caller caller, String address) implements Agent {}

    /// Whoever can read the server's data directory: nothing could be kept from them.
    ///
    /// @param account their name in the operating system
    record Operator(String account) implements Agent {}
}
