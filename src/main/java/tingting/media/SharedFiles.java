package tingting.media;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tingting.database.Dialect;
import tingting.database.Keys;
import tingting.database.Transaction;
import tingting.protocol.Problem;
import tingting.room.Batch;

/// The files that a batch of changes puts into messages and takes out of them. They are locked, so that none is
/// swept while it is being sent; a file that its last message lets go of is gone with it.
public final class SharedFiles implements Batch.Part {
    private record Reference(UUID messageId, int place, UUID fileId) {}

    private final Transaction transaction;
    private final Dialect dialect;
    private final Instant now;
    private final Set<UUID> announced = new TreeSet<>();
    private final Map<UUID, KeptFile> files = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<UUID> released = new ArrayList<>();

    private SharedFiles(Batch batch) {
        this.transaction = batch.transaction();
        this.dialect = transaction.dialect();
        this.now = batch.now();
    }

    public static SharedFiles of(Batch batch) {
        return batch.part(SharedFiles.class, SharedFiles::new);
    }

    /// Says that files will be asked for, so that a whole batch is read at once.
    public void announce(Collection<UUID> fileIds) {
        announced.addAll(fileIds);
    }

    /// One's own uploads.
    ///
    /// @throws Problem `not_found` when one of them is not, or not any more
    public List<KeptFile> requireOwn(UUID userId, Collection<UUID> fileIds) throws SQLException {
        List<KeptFile> own = require(fileIds);
        if (own.stream().anyMatch(file -> !file.userId().equals(userId))) {
            throw Problem.notFound();
        }
        return own;
    }

    /// The files of a message that is passed on, and can be seen by who does.
    ///
    /// @throws Problem `not_found` when one of them is gone
    public List<KeptFile> require(Collection<UUID> fileIds) throws SQLException {
        announced.addAll(fileIds);
        announced.removeAll(files.keySet());
        load();
        List<KeptFile> found = new ArrayList<>();
        for (UUID fileId : new LinkedHashSet<>(fileIds)) {
            KeptFile file = files.get(fileId);
            if (file == null) {
                throw Problem.notFound();
            }
            found.add(file);
        }
        return found;
    }

    /// From now on, who sees the message sees these as well.
    public void share(UUID messageId, Collection<KeptFile> shared) {
        int place = 0;
        for (KeptFile file : shared) {
            references.add(new Reference(messageId, place++, file.fileId()));
        }
    }

    /// From now on, the message has none.
    public void release(UUID messageId) {
        released.add(messageId);
    }

    private void load() throws SQLException {
        if (announced.isEmpty()) {
            return;
        }
        PreparedStatement select = transaction.prepare(FileRow.SELECT + "WHERE f.file_id IN ("
                + Keys.marks(announced.size(), 1) + ") ORDER BY f.file_id" + dialect.forUpdate());
        Keys.bind(announced, 1, (index, fileId) -> dialect.bind(select, index, fileId));
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                KeptFile file = FileRow.read(row, dialect::id);
                files.put(file.fileId(), file);
            }
        }
        announced.clear();
    }

    private UUID id(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(dialect.id(row, column));
    }

    @Override
    public void flush() throws SQLException {
        Map<UUID, Integer> counts = new TreeMap<>(); // in the order in which others lock them
        if (!references.isEmpty()) {
            insertReferences();
            references.forEach(reference -> counts.merge(reference.fileId, 1, Integer::sum));
        }
        if (!released.isEmpty()) {
            releasedFiles().forEach(fileId -> counts.merge(fileId, -1, Integer::sum));
            deleteReferences();
        }
        if (!counts.isEmpty()) {
            count(counts);
        }
        if (!released.isEmpty() && !counts.isEmpty()) {
            loosen(counts.keySet());
            forget(counts.keySet());
        }
    }

    private void insertReferences() throws SQLException {
        PreparedStatement insert =
                transaction.prepare("INSERT INTO tb_attachments (message_id, place, file_id) VALUES (?, ?, ?)");
        for (Reference reference : references) {
            dialect.bind(insert, 1, reference.messageId);
            insert.setInt(2, reference.place);
            dialect.bind(insert, 3, reference.fileId);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private List<UUID> releasedFiles() throws SQLException {
        PreparedStatement select = transaction.prepare(
                "SELECT file_id FROM tb_attachments WHERE message_id IN (" + Keys.marks(released.size(), 1) + ")");
        Keys.bind(released, 1, (index, messageId) -> dialect.bind(select, index, messageId));
        List<UUID> fileIds = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                fileIds.add(id(row, 1));
            }
        }
        return fileIds;
    }

    private void deleteReferences() throws SQLException {
        execute("DELETE FROM tb_attachments WHERE message_id IN (%s)", released);
    }

    private void count(Map<UUID, Integer> counts) throws SQLException {
        PreparedStatement update = transaction.prepare("UPDATE tb_files SET refs = refs + ? WHERE file_id = ?");
        for (Map.Entry<UUID, Integer> count : counts.entrySet()) {
            update.setInt(1, count.getValue());
            dialect.bind(update, 2, count.getKey());
            update.addBatch();
        }
        update.executeBatch();
    }

    /// Their contents may be of no file any more.
    private void loosen(Collection<UUID> fileIds) throws SQLException {
        PreparedStatement update = transaction.prepare("UPDATE tb_contents SET loose_at = ? WHERE hash IN"
                + " (SELECT hash FROM tb_files WHERE refs = 0 AND file_id IN (" + Keys.marks(fileIds.size(), 1) + "))");
        update.setLong(1, now.toEpochMilli());
        Keys.bind(fileIds, 1, (index, fileId) -> dialect.bind(update, index + 1, fileId));
        update.executeUpdate();
    }

    private void forget(Collection<UUID> fileIds) throws SQLException {
        execute("DELETE FROM tb_files WHERE refs = 0 AND file_id IN (%s)", fileIds);
    }

    /// @param sql with one place for the marks of these ids
    private void execute(String sql, Collection<UUID> ids) throws SQLException {
        PreparedStatement statement = transaction.prepare(sql.formatted(Keys.marks(ids.size(), 1)));
        Keys.bind(ids, 1, (index, id) -> dialect.bind(statement, index, id));
        statement.executeUpdate();
    }
}
