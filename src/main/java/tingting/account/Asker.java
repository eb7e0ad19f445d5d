package tingting.account;

import tingting.session.Device;

/// Who asks for something to be sent, as far as a request tells before anybody has signed in.
///
/// @param languages the `Accept-Language` header, or nothing
public record Asker(Device device, String languages) {}
