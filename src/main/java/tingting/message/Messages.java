package tingting.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.room.Journal;
import tingting.sticker.Sticker;
import tingting.sticker.Stickers;

/// The verbs of messages.
public final class Messages {
    /// The longest page of history.
    public static final int PAGE = 200;

    private final Database database;
    private final Journal journal;
    private final Stickers stickers;
    private final Ids ids;
    private final int maxContent;

    /// @param maxContent longest content of a message, in characters
    public Messages(Database database, Journal journal, Stickers stickers, Ids ids, int maxContent) {
        this.database = database;
        this.journal = journal;
        this.stickers = stickers;
        this.ids = ids;
        this.maxContent = maxContent;
    }

    /// Queues a message; never waits. Messages of one caller to one room keep the order of these calls. The answer
    /// means that the message is durable; it completes on the journal's thread.
    ///
    /// @throws Problem `invalid_request` at once, when the draft itself is wrong
    public CompletableFuture<SendReceipt> send(Caller caller, Draft draft) {
        return send(caller, draft, true);
    }

    /// As [#send], for a message that was written before its time: what came since stays unread to its sender.
    CompletableFuture<SendReceipt> sendLater(Caller caller, Draft draft) {
        return send(caller, draft, false);
    }

    private CompletableFuture<SendReceipt> send(Caller caller, Draft draft, boolean reads) {
        Draft checked = check(draft);
        return journal.submit(new SendMessage(ids.next(), caller, checked, checked.digest(), reads));
    }

    /// The draft as it can be sent.
    ///
    /// @throws Problem `invalid_request` when the draft itself is wrong, whoever sends it
    Draft check(Draft draft) {
        draft.check(maxContent);
        return draft.kind() == MessageKind.STICKER ? draft.saying(sticker(draft).emoji()) : draft;
    }

    private Sticker sticker(Draft draft) {
        if (!draft.attachments().isEmpty()) {
            throw Problem.invalidField("attachments", "cannot stand beside a sticker");
        }
        return Optional.ofNullable(draft.fileUrl())
                .flatMap(stickers::at)
                .orElseThrow(() -> Problem.invalidField("file_url", "must be the url of a sticker"));
    }

    /// History before a message, newest first. Blocks.
    public List<Message> before(Caller caller, UUID roomId, long seq, int limit) {
        return database.read(handle -> MessageStore.before(handle, roomId, seq, reader(handle, caller, roomId), limit));
    }

    /// History after a message, oldest first. Blocks.
    public List<Message> after(Caller caller, UUID roomId, long seq, int limit) {
        return database.read(handle -> MessageStore.after(handle, roomId, seq, reader(handle, caller, roomId), limit));
    }

    /// History around a message, oldest first: it, and half of the page on each side. Blocks.
    public List<Message> around(Caller caller, UUID roomId, long seq, int limit) {
        return database.read(handle -> {
            Reader reader = reader(handle, caller, roomId);
            int older = limit / 2;
            List<Message> page = new java.util.ArrayList<>(
                    MessageStore.before(handle, roomId, seq, reader, older).reversed());
            page.addAll(MessageStore.after(handle, roomId, seq - 1, reader, limit - older));
            return page;
        });
    }

    /// History counted from the newest message, newest first. Blocks.
    public List<Message> recent(Caller caller, UUID roomId, long offset, int limit) {
        return database.read(handle -> {
            Reader reader = reader(handle, caller, roomId);
            // seq has no gaps: an offset is a subtraction
            long seq = RoomPositions.lastSeq(handle, roomId) - offset + 1;
            return MessageStore.before(handle, roomId, seq, reader, limit);
        });
    }

    /// One message. Blocks.
    ///
    /// @throws Problem `not_found`, also when it may not be seen
    public Message get(Caller caller, UUID messageId) {
        return database.read(handle -> MessageStore.require(handle, caller.userId(), messageId));
    }

    /// One message as the caller sees it, within another verb's transaction.
    ///
    /// @throws Problem `not_found`, also when it may not be seen
    public static Message seen(Handle handle, Caller caller, UUID messageId) {
        return MessageStore.require(handle, caller.userId(), messageId);
    }

    /// Messages as they stand, whoever may see them: for those who judge reports of them.
    public static Map<UUID, Message> standing(Handle handle, Collection<UUID> messageIds) {
        return MessageStore.byId(handle, messageIds, 0);
    }

    private static Reader reader(Handle handle, Caller caller, UUID roomId) {
        return RoomPositions.reader(handle, caller.userId(), roomId);
    }
}
