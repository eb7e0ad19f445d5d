package tingting.message;

import java.util.UUID;

/// The answer to a change of a message.
///
/// @param rev the change's number; the room's newest one when there was nothing to change
public record ChangeReceipt(UUID messageId, long rev) {}
