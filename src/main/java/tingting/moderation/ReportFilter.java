package tingting.moderation;

import java.util.Optional;
import java.util.UUID;

/// Which reports are asked for.
///
/// @param userId of whom
public record ReportFilter(ReportState state, Optional<UUID> userId) {}
