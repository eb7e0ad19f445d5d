package tingting.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tingting.account.Profiles;
import tingting.account.User;
import tingting.message.Conversation;
import tingting.message.Inbox;
import tingting.protocol.Caller;

/// Rooms as their members see them: the conversation, with the other person of a direct one beside it.
public final class RoomViews {
    private final Inbox inbox;
    private final Profiles profiles;

    public RoomViews(Inbox inbox, Profiles profiles) {
        this.inbox = inbox;
        this.profiles = profiles;
    }

    List<RoomView> all(Caller caller) {
        return views(caller, inbox.list(caller));
    }

    /// @throws tingting.protocol.Problem `not_found` for an outsider
    RoomView one(Caller caller, UUID roomId) {
        return of(caller, inbox.get(caller, roomId));
    }

    RoomView of(Caller caller, Conversation room) {
        return views(caller, List.of(room)).getFirst();
    }

    private List<RoomView> views(Caller caller, List<Conversation> rooms) {
        Map<UUID, User> peers = profiles.users(
                caller,
                rooms.stream()
                        .map(Conversation::peerId)
                        .filter(Objects::nonNull)
                        .toList());
        return rooms.stream()
                .map(room -> RoomView.of(room, room.peerId() == null ? null : peers.get(room.peerId())))
                .toList();
    }
}
