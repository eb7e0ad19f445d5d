package tingting.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `tb_files`.
final class FileRow {
    /// What [#read] reads; the file is `f`.
    static final String SELECT = "SELECT f.file_id, f.user_id, f.name, f.mime, f.hash, f.size, f.width, f.height,"
            + " f.created_at FROM tb_files f ";

    /// Reads an id as the database keeps it.
    @FunctionalInterface
    interface IdColumn {
        @Nullable
        UUID id(ResultSet row, int column) throws SQLException;
    }

    private FileRow() {}

    static KeptFile read(ResultSet row, IdColumn ids) throws SQLException {
        return new KeptFile(
                Objects.requireNonNull(ids.id(row, 1)),
                Objects.requireNonNull(ids.id(row, 2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getObject(7) == null ? null : row.getInt(7),
                row.getObject(8) == null ? null : row.getInt(8),
                Instant.ofEpochMilli(row.getLong(9)));
    }
}
