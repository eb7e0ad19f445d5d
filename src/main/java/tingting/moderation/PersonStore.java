package tingting.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tingting.account.AccountState;

/// The names of people, closed accounts included.
final class PersonStore {
    private PersonStore() {}

    static Map<UUID, Person> named(Handle handle, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("SELECT u.user_id, u.username, u.display_name, u.img_url, r.role_enum, u.flag_delete"
                        + " FROM tb_users u JOIN tb_roles r ON r.role_id = u.role_id WHERE u.user_id IN (<ids>)")
                .bindList("ids", List.copyOf(Set.copyOf(ids)))
                .map((RowView row) -> person(row))
                .collect(Collectors.toMap(Person::userId, Function.identity()));
    }

    private static Person person(RowView row) {
        return new Person(
                row.getColumn("user_id", UUID.class),
                row.getColumn("username", String.class),
                row.getColumn("display_name", String.class),
                row.getColumn("img_url", String.class),
                row.getColumn("role_enum", String.class),
                AccountState.of(row.getColumn("flag_delete", String.class)).wire());
    }
}
