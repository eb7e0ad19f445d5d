package tingting.message;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tingting.database.Keys;
import tingting.database.Transaction;
import tingting.media.SharedFiles;
import tingting.protocol.Message;
import tingting.room.Batch;

/// The messages that a batch recalls: their traces go, and they count as unread no more.
final class Recalled implements Batch.Part {
    /// Everything that is kept of a message beside its row. Whoever keeps more of it adds it here. It goes
    /// after the row was marked as recalled: the search index locks the rows of what it takes in, so that the
    /// recall waits for it and then finds its words.
    private static final List<String> TRACES = List.of("tb_edits", "tb_reaction", "tb_search");

    private final Transaction transaction;
    private final FormerTexts texts;
    private final GivenReactions reactions;
    private final SharedFiles files;
    private final List<Message> messages = new ArrayList<>();

    private Recalled(Batch batch, FormerTexts texts, GivenReactions reactions, SharedFiles files) {
        this.transaction = batch.transaction();
        this.texts = texts;
        this.reactions = reactions;
        this.files = files;
    }

    static Recalled of(Batch batch) {
        FormerTexts texts = FormerTexts.of(batch);
        GivenReactions reactions = GivenReactions.of(batch);
        SharedFiles files = SharedFiles.of(batch);
        return batch.part(Recalled.class, made -> new Recalled(made, texts, reactions, files));
    }

    void add(Message message) {
        texts.forget(message.messageId());
        reactions.forget(message.messageId());
        if (!message.attachments().isEmpty() || message.fileUrl() != null) {
            files.release(message.messageId());
        }
        messages.add(message);
    }

    @Override
    public void flush() throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        for (String table : TRACES) {
            wipe(table);
        }
        skip();
    }

    private void wipe(String table) throws SQLException {
        PreparedStatement delete = transaction.prepare(
                "DELETE FROM " + table + " WHERE message_id IN (" + Keys.marks(messages.size(), 1) + ")");
        Keys.bind(messages, 1, (index, message) -> transaction.dialect().bind(delete, index, message.messageId()));
        delete.executeUpdate();
    }

    /// One's own are skipped as it is. Who has read it already never counted it.
    private void skip() throws SQLException {
        PreparedStatement update = transaction.prepare("UPDATE tb_user_room SET skipped = skipped + 1"
                + " WHERE room_id = ? AND user_id <> ? AND read_seq < ?");
        for (Message message : messages) {
            transaction.dialect().bind(update, 1, message.roomId());
            transaction.dialect().bind(update, 2, message.userId());
            update.setLong(3, message.seq());
            update.addBatch();
        }
        update.executeBatch();
    }
}
