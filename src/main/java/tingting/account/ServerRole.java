package tingting.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody is on the whole server, the row of tb_roles; in rooms people have other roles. The highest first.
public enum ServerRole {
    ADMIN(1),
    MODERATOR(2),
    USER(3);

    private final int id;

    ServerRole(int id) {
        this.id = id;
    }

    /// The key in tb_roles.
    int id() {
        return id;
    }

    /// As clients and the database write it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody with this role may do what asks for the other one.
    public boolean reaches(ServerRole asked) {
        return compareTo(asked) <= 0;
    }

    public static Optional<ServerRole> parse(String text) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(text)).findFirst();
    }

    static ServerRole of(int id) {
        return Arrays.stream(values())
                .filter(role -> role.id == id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no role " + id));
    }
}
