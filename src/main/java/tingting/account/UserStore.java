package tingting.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Folding;
import tingting.protocol.Json;

/// The profiles in tb_users.
public final class UserStore {
    private static final String PROFILE =
            "u.user_id, u.username, u.display_name, u.img_url, u.bio, u.status_text, u.flag_delete";

    /// The profiles of these people, without presence, those of closed accounts included, without their names: what
    /// they wrote stays.
    public Map<UUID, User> users(Handle handle, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("SELECT " + PROFILE + " FROM tb_users u WHERE u.user_id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((RowView row) -> user(row))
                .collect(Collectors.toMap(User::userId, Function.identity()));
    }

    /// The profile of an active account, without presence.
    public Optional<User> active(Handle handle, UUID userId) {
        return handle.createQuery(
                        "SELECT " + PROFILE + " FROM tb_users u WHERE u.user_id = :user AND u.flag_delete = 'active'")
                .bind("user", userId)
                .map((RowView row) -> user(row))
                .findOne();
    }

    /// Whether somebody has this id, active or not.
    public boolean exists(Handle handle, UUID userId) {
        return !users(handle, List.of(userId)).isEmpty();
    }

    /// One's own profile, of an active account.
    Optional<Me> me(Handle handle, UUID userId) {
        return owner(handle, userId).filter(me -> !me.user().closed());
    }

    /// What only its owner sees of an account, closed or not.
    Optional<Me> owner(Handle handle, UUID userId) {
        return handle.createQuery("SELECT " + PROFILE + """
                        , u.email, u.email_verified_at, u.phone, u.password IS NOT NULL AS has_password,
                            u.settings, u.created_at, r.role_enum, m.muted_until,
                            f.confirmed_at IS NOT NULL AS second_factor
                        FROM tb_users u JOIN tb_roles r ON r.role_id = u.role_id
                        LEFT JOIN tb_mutes m ON m.user_id = u.user_id
                        LEFT JOIN tb_second_factors f ON f.user_id = u.user_id
                        WHERE u.user_id = :user
                        """)
                .bind("user", userId)
                .map((RowView row) -> new Me(
                        user(row),
                        row.getColumn("email", String.class),
                        time(row.getColumn("email_verified_at", Long.class)),
                        row.getColumn("phone", String.class),
                        row.getColumn("has_password", Boolean.class),
                        row.getColumn("role_enum", String.class),
                        time(row.getColumn("muted_until", Long.class)),
                        row.getColumn("second_factor", Boolean.class),
                        settings(row.getColumn("settings", String.class)),
                        Instant.ofEpochMilli(row.getColumn("created_at", Long.class))))
                .findOne();
    }

    /// Writes what one may change of oneself without proving anything.
    void update(Handle handle, Me me) {
        User user = me.user();
        handle.createUpdate("""
                        UPDATE tb_users SET display_name = :name, img_url = :avatar, bio = :bio, status_text = :status,
                            phone = :phone, phone_key = :phoneKey, settings = :settings, friends_only = :friendsOnly,
                            search_text = :search,
                            user_rev = user_rev + 1
                        WHERE user_id = :user
                        """)
                .bind("user", user.userId())
                .bind("name", user.displayName())
                .bind("avatar", user.avatarUrl())
                .bind("bio", user.bio())
                .bind("status", user.statusText())
                .bind("phone", me.phone())
                .bind("phoneKey", phoneKey(me))
                .bind("settings", me.settings().toString())
                .bind("friendsOnly", WhoMayWrite.of(me.settings()) == WhoMayWrite.FRIENDS)
                .bind("search", searchText(user.username(), user.displayName()))
                .execute();
    }

    /// Each word begins after a space, so that one pattern finds the beginnings of words.
    static String searchText(String username, String displayName) {
        return " " + Folding.fold(username) + " " + Folding.fold(displayName);
    }

    static @Nullable String phoneKey(Me me) {
        return Optional.ofNullable(me.phone())
                .map(text -> PhoneNumber.of(text).key())
                .orElse(null);
    }

    /// Those of these people whose setting `read_receipts` is false.
    Set<UUID> withoutReadReceipts(Handle handle, Collection<UUID> ids) {
        return handle
                .createQuery("SELECT u.user_id, u.settings FROM tb_users u WHERE u.user_id IN (<ids>)"
                        + " AND u.settings LIKE '%\"read_receipts\"%'")
                .bindList("ids", List.copyOf(ids))
                .map((RowView row) -> Map.entry(
                        row.getColumn("user_id", UUID.class), settings(row.getColumn("settings", String.class))))
                .stream()
                .filter(user -> user.getValue().path("read_receipts").isBoolean()
                        && !user.getValue().path("read_receipts").booleanValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Friends and the other halves of direct rooms, without those with whom there is a block.
    List<UUID> acquaintances(Handle handle, UUID userId) {
        return handle.createQuery("""
                        SELECT friend_id AS person FROM tb_friendships WHERE user_id = :user AND status = 'accepted'
                        UNION
                        SELECT user_id FROM tb_friendships WHERE friend_id = :user AND status = 'accepted'
                        UNION
                        SELECT peer.user_id FROM tb_user_room own
                        JOIN tb_chat_rooms room ON room.chat_room_id = own.room_id AND room.kind = 'direct'
                        JOIN tb_user_room peer ON peer.room_id = own.room_id AND peer.user_id <> own.user_id
                        WHERE own.user_id = :user
                        EXCEPT
                        SELECT friend_id FROM tb_friendships WHERE user_id = :user AND status = 'blocked'
                        EXCEPT
                        SELECT user_id FROM tb_friendships WHERE friend_id = :user AND status = 'blocked'
                        """).bind("user", userId).mapTo(UUID.class).list();
    }

    private static User user(RowView row) {
        UUID userId = row.getColumn("user_id", UUID.class);
        if (AccountState.of(row.getColumn("flag_delete", String.class)) != AccountState.ACTIVE) {
            return User.closed(userId);
        }
        return new User(
                userId,
                row.getColumn("username", String.class),
                row.getColumn("display_name", String.class),
                row.getColumn("img_url", String.class),
                row.getColumn("bio", String.class),
                row.getColumn("status_text", String.class),
                null);
    }

    private static @Nullable Instant time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static ObjectNode settings(String json) {
        try {
            return Json.MAPPER.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
