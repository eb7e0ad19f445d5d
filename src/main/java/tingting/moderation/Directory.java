package tingting.moderation;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tingting.database.Database;
import tingting.protocol.Cursor;
import tingting.protocol.Page;
import tingting.protocol.Problem;

/// All accounts and all rooms, for those in charge. Both lists begin with the newest. All verbs block.
public final class Directory {
    private final Database database;
    private final InstantSource clock;

    public Directory(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Accounts, closed ones too; how to reach their owners is told to admins alone.
    ///
    /// @throws Problem `forbidden` for who is not in charge
    public Page<AccountView> accounts(Agent agent, AccountFilter filter, int limit, Optional<String> cursor) {
        Optional<UUID> before = Cursors.id(cursor);
        return database.read(handle -> {
            Office office = Office.require(handle, agent, Power.SEE_PEOPLE);
            var found = DirectoryStore.accounts(handle, filter, clock.instant(), before, limit + 1);
            return Page.of(found, limit, account -> Cursor.of(account.userId().toString()))
                    .map(account -> shown(account, office));
        });
    }

    /// @throws Problem `forbidden` for who is not in charge, `not_found` for nobody
    public AccountView account(Agent agent, UUID userId) {
        return database.read(handle -> {
            Office office = Office.require(handle, agent, Power.SEE_PEOPLE);
            return shown(DirectoryStore.account(handle, userId).orElseThrow(Problem::notFound), office);
        });
    }

    private static AccountView shown(AccountView account, Office office) {
        if (office.has(Power.SEE_PRIVATE_DATA)) {
            return account;
        }
        return new AccountView(
                account.userId(),
                account.username(),
                account.displayName(),
                account.avatarUrl(),
                null,
                null,
                account.role(),
                account.state(),
                account.mutedUntil(),
                false,
                account.createdAt(),
                account.lastSeen(),
                account.openReports());
    }

    /// Rooms that are there.
    ///
    /// @throws Problem `forbidden` for who is not in charge
    public Page<RoomSummary> rooms(Agent agent, RoomFilter filter, int limit, Optional<String> cursor) {
        Optional<UUID> before = Cursors.id(cursor);
        return database.read(handle -> {
            Office.require(handle, agent, Power.SEE_ROOMS);
            var rows = DirectoryStore.rooms(handle, filter, before, limit + 1);
            Map<UUID, Person> makers = PersonStore.named(
                    handle, rows.stream().map(DirectoryStore.RoomRow::createdBy).toList());
            return Page.of(rows, limit, room -> Cursor.of(room.roomId().toString()))
                    .map(room -> summary(room, makers));
        });
    }

    private static RoomSummary summary(DirectoryStore.RoomRow room, Map<UUID, Person> makers) {
        return new RoomSummary(
                room.roomId(),
                room.kind(),
                room.name(),
                room.memberCount(),
                room.messageCount(),
                Objects.requireNonNull(makers.get(room.createdBy())),
                room.createdAt());
    }
}
