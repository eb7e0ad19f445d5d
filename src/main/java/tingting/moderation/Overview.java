package tingting.moderation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/// The server at a glance.
///
/// @param totals at most half a minute old
/// @param totalsAt when they were counted
/// @param connections to this node, now
/// @param messagesPerMinute in the last whole minute
/// @param storageBytes what the database takes on its disk
/// @param startedAt when this node started
/// @param minutes of the last hour, the oldest first, the one that runs last
public record Overview(
        @JsonUnwrapped Totals totals,
        Instant totalsAt,
        int connections,
        long messagesPerMinute,
        long storageBytes,
        Instant startedAt,
        List<Minutes.Minute> minutes) {}
