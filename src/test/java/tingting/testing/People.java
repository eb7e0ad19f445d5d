package tingting.testing;

import java.security.SecureRandom;
import java.util.UUID;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Ids;

/// Makes accounts straight in the database, for tests below the gateways.
public final class People {
    private final Database database;
    private final Ids ids = new Ids(new SecureRandom());

    public People(Database database) {
        this.database = database;
    }

    public Caller add(String name) {
        UUID id = ids.next();
        database.run(handle -> handle.createUpdate("INSERT INTO tb_users (user_id, username, username_key, password,"
                        + " display_name, search_text, created_at) VALUES (:id, :name, :name, '', :name, :name, 0)")
                .bind("id", id)
                .bind("name", name)
                .execute());
        return new Caller(id, ids.next());
    }

    /// The first person blocks the second.
    public void block(Caller one, Caller other) {
        database.run(handle -> handle.createUpdate(
                        "INSERT INTO tb_friendships (user_id, friend_id, status, created_at) VALUES (:a, :b, 'blocked', 0)")
                .bind("a", one.userId())
                .bind("b", other.userId())
                .execute());
    }

    /// The first person takes their block of the second back.
    public void unblock(Caller one, Caller other) {
        database.run(handle -> handle.createUpdate("DELETE FROM tb_friendships WHERE user_id = :a AND friend_id = :b")
                .bind("a", one.userId())
                .bind("b", other.userId())
                .execute());
    }
}
