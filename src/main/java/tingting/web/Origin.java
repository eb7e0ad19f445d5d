package tingting.web;

/// Where the page lies that sent a request, by its `Origin` header (RFC 6454).
public enum Origin {
    /// No browser's page, or a plain navigation: there is no such header.
    NONE,
    /// A page of this server.
    OWN,
    /// A page of another site that the settings allow.
    ALLOWED,
    FOREIGN
}
