package tingting.gateway.socket;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;

/// What nobody expected: the log gets it once, with an id; the client gets the id and nothing else.
final class Accidents {
    private static final Logger LOG = LoggerFactory.getLogger(Accidents.class);

    private Accidents() {}

    static UUID log(String where, Throwable accident) {
        UUID id = UUID.randomUUID();
        LOG.error("{} failed, request {}", where, id, accident);
        return id;
    }

    static Problem problem(String where, Throwable accident) {
        return Problem.of(ErrorCode.INTERNAL, "Something went wrong here. Reference: " + log(where, accident));
    }
}
