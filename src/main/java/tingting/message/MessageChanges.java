package tingting.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Message;
import tingting.protocol.RoomEvent;
import tingting.room.KeptChange;

/// What kept changes of messages tell: the messages as they are now, so that a text that is gone stays gone.
final class MessageChanges {
    private final Map<UUID, Message> messages;
    private final long visibleFrom;

    private MessageChanges(Map<UUID, Message> messages, long visibleFrom) {
        this.messages = messages;
        this.visibleFrom = visibleFrom;
    }

    /// Reads the messages that these changes are about.
    ///
    /// @param visibleFrom the first seq whose text may be told
    static MessageChanges of(Handle handle, List<KeptChange> changes, long visibleFrom) {
        List<UUID> ids = changes.stream()
                .map(KeptChange::messageId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new MessageChanges(MessageStore.byId(handle, ids, visibleFrom), visibleFrom);
    }

    RoomEvent event(KeptChange change, UUID messageId) {
        Message message = Objects.requireNonNull(messages.get(messageId), "A change without its message");
        RoomEvent event = new RoomEvent(change.roomId(), change.rev(), body(change, message));
        return event.body() instanceof RoomEvent.MessageEdited ? event.showing(message.seq()) : event;
    }

    private RoomEvent.Body body(KeptChange change, Message message) {
        UUID id = message.messageId();
        UUID by = change.userId();
        return switch (change.type()) {
            case "message_edited" ->
                new RoomEvent.MessageEdited(
                        id, by, text(message), message.mentions(), Objects.requireNonNull(message.editedAt()));
            case "message_recalled" -> new RoomEvent.MessageRecalled(id, by, change.createdAt());
            case "reaction" ->
                new RoomEvent.ReactionChanged(
                        id,
                        by,
                        change.data().path("emoji").asText(),
                        change.data().path("removed").asBoolean(),
                        message.reactions());
            case "message_pinned" -> new RoomEvent.MessagePinned(id, by);
            case "message_unpinned" -> new RoomEvent.MessageUnpinned(id, by);
            default -> throw change.unknown();
        };
    }

    private @Nullable String text(Message message) {
        return message.seq() >= visibleFrom ? message.content() : null;
    }
}
