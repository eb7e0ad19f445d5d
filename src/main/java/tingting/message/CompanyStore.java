package tingting.message;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of who is in a room together.
final class CompanyStore {
    private CompanyStore() {}

    static Company read(Handle handle, UUID roomId) {
        boolean direct =
                RoomPositions.kind(handle, roomId).filter("direct"::equals).isPresent();
        return new Company(
                direct,
                handle.createQuery("SELECT user_id FROM tb_user_room WHERE room_id = :room LIMIT :enough")
                        .bind("room", roomId)
                        .bind("enough", Company.ENOUGH)
                        .mapTo(UUID.class)
                        .set());
    }

    /// Whether one of the two people of a direct room has blocked the other.
    static boolean blocked(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_user_room a JOIN tb_user_room b ON b.room_id = a.room_id"
                                + " JOIN tb_friendships f ON f.user_id = a.user_id AND f.friend_id = b.user_id"
                                + " AND f.status = 'blocked' WHERE a.room_id = :room")
                        .bind("room", roomId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
