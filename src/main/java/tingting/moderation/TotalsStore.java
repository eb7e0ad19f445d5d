package tingting.moderation;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// SQL that counts what there is: it walks through accounts and rooms, so it is not for every request.
final class TotalsStore {
    private TotalsStore() {}

    static Totals read(Handle handle) {
        return handle.createQuery("""
                        SELECT u.active, u.closed, r.rooms, r.messages, p.waiting
                        FROM (SELECT COUNT(CASE WHEN flag_delete = 'active' THEN 1 END) AS active,
                                     COUNT(CASE WHEN flag_delete <> 'active' THEN 1 END) AS closed
                              FROM tb_users) u,
                             (SELECT COUNT(CASE WHEN deleted_at IS NULL THEN 1 END) AS rooms,
                                     CAST(COALESCE(SUM(last_seq), 0) AS BIGINT) AS messages
                              FROM tb_chat_rooms) r,
                             (SELECT COUNT(*) AS waiting FROM tb_reports WHERE state = 'open') p
                        """)
                .map((RowView row) -> new Totals(
                        row.getColumn("active", Long.class),
                        row.getColumn("closed", Long.class),
                        row.getColumn("rooms", Long.class),
                        row.getColumn("messages", Long.class),
                        row.getColumn("waiting", Long.class)))
                .one();
    }
}
