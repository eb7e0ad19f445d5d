package tingting.bench;

import java.net.URI;
import java.util.OptionalLong;

/// The server that is measured.
///
/// @param url for example `http://127.0.0.1:8080`
/// @param pid its process, where it may be looked at
record Target(URI url, OptionalLong pid) {
    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort() < 0 ? 80 : url.getPort();
    }
}
