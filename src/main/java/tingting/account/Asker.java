package tingting.account;

/// Who asks for something to be sent, as far as a request tells before anybody has signed in.
///
/// @param address of the client, as text
/// @param languages the `Accept-Language` header, or nothing
public record Asker(String address, String languages) {}
