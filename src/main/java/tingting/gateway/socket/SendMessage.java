package tingting.gateway.socket;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tingting.message.Draft;
import tingting.message.MessageKind;
import tingting.message.Messages;
import tingting.message.SendReceipt;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.room.Rooms;
import tingting.web.Fields;

/// `send_message`: to a room, or to a person whose direct room is opened first.
final class SendMessage implements Verb {
    private final Messages messages;
    private final Rooms rooms;
    private final Ids ids;

    SendMessage(Messages messages, Rooms rooms, Ids ids) {
        this.messages = messages;
        this.rooms = rooms;
        this.ids = ids;
    }

    @Override
    public CompletionStage<SendReceipt> take(Client client, Fields data) {
        if (!data.has("to_user_id")) {
            return messages.send(client.caller(), draft(client, client.room(data), data));
        }
        if (client.binding() != null || data.has("room_id")) {
            // what is meant for one person must not land in a room of many
            throw Problem.invalidField("to_user_id", "cannot stand beside a room");
        }
        UUID person = data.id("to_user_id");
        Draft checked = draft(client, person, data);
        return rooms.openDirect(client.caller(), person)
                .thenCompose(direct -> messages.send(client.caller(), checked.in(direct.roomId())));
    }

    private Draft draft(Client client, UUID roomId, Fields data) {
        return new Draft(
                roomId,
                clientMsgId(client, data),
                kind(data),
                data.optionalString("content").orElse(null),
                data.optionalString("file_url").orElse(null),
                data.optionalId("reply_to").orElse(null),
                List.copyOf(data.ids("mentions", Draft.MENTIONS)),
                data.optionalFlag("mention_all").orElse(false),
                data.optionalId("forward_of").orElse(null),
                attachments(data));
    }

    private static List<UUID> attachments(Fields data) {
        return data.objects("attachments", Draft.ATTACHMENTS).stream()
                .map(attachment -> attachment.id("file_id"))
                .toList();
    }

    /// The bound socket is for the simplest clients: they may go without.
    private UUID clientMsgId(Client client, Fields data) {
        return client.binding() == null
                ? data.id("client_msg_id")
                : data.optionalId("client_msg_id").orElseGet(ids::next);
    }

    private static MessageKind kind(Fields data) {
        return data.optionalString("kind")
                .map(kind -> MessageKind.parse(kind).orElseThrow(() -> Problem.invalidField("kind", "is unknown")))
                .orElse(MessageKind.TEXT);
    }
}
