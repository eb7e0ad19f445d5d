package tingting.room;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Links into groups and channels: made, listed and revoked by owners and admins, followed by anybody who has one.
/// All calls block.
public final class Invites {
    /// How many people one invite lets in at most, where that is bounded at all.
    public static final int MOST_USES = 100_000;
    /// The longest life of an invite that ends, a year, in seconds.
    public static final long LONGEST_LIFE = 31_536_000;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final InviteCodes codes;

    public Invites(Database database, Journal journal, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.codes = new InviteCodes(random);
    }

    /// Makes one. It stays good when its maker leaves: it belongs to the room.
    ///
    /// @param maxUses how many people it lets in, null for any number
    /// @param life after which it ends, null for never
    /// @throws Problem `forbidden` for plain members and in direct rooms, `not_found` for outsiders
    public Invite create(Caller caller, UUID roomId, @Nullable Integer maxUses, @Nullable Duration life) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant expiresAt = life == null ? null : now.plus(life);
        Invite invite = new Invite(codes.next(), roomId, caller.userId(), now, expiresAt, maxUses, 0);
        database.run(handle -> {
            Joining.requireAdministrator(handle, caller, roomId);
            InviteStore.insert(handle, invite);
        });
        return invite;
    }

    /// Those that work, the newest first.
    ///
    /// @throws Problem `forbidden` for plain members, `not_found` for outsiders
    public List<Invite> list(Caller caller, UUID roomId) {
        Instant now = clock.instant();
        return database.read(handle -> {
            Joining.requireAdministrator(handle, caller, roomId);
            return InviteStore.working(handle, roomId, now);
        });
    }

    /// Ends one: from now on it is unknown.
    ///
    /// @throws Problem `not_found` when it is none of this room, `forbidden` for plain members
    public void revoke(Caller caller, UUID roomId, String code) {
        Instant now = clock.instant();
        database.run(handle -> {
            Joining.requireAdministrator(handle, caller, roomId);
            if (!InviteStore.revoke(handle, roomId, code, now)) {
                throw Problem.notFound();
            }
        });
    }

    /// What it leads to. One that let the caller in still shows its room to them when it is spent.
    ///
    /// @throws Problem `not_found` when it is unknown, expired, revoked or spent, or its maker and the caller have
    ///     blocked one another
    public InvitePreview preview(Caller caller, String code) {
        Instant now = clock.instant();
        return database.read(handle -> {
            Invite invite = InviteStore.find(handle, code).orElseThrow(Problem::notFound);
            UUID roomId = invite.roomId();
            boolean joined = MemberStore.isMember(handle, roomId, caller.userId());
            boolean requested = JoinRequestStore.has(handle, roomId, caller.userId());
            if (!joined && !requested) {
                requireOpen(handle, caller, invite);
                if (!InviteStore.works(handle, code, now)) {
                    throw Problem.notFound();
                }
            }
            boolean approval =
                    RoomStore.profile(handle, roomId, caller.userId()).joinApproval();
            return new InvitePreview(code, InviteStore.room(handle, roomId), approval, joined, requested);
        });
    }

    /// Follows one: joins its room, or asks to where an admin has to accept. Each person who is let in or asks is one
    /// use, counted in the transaction that admits them; who is in already, or has asked already, is none.
    ///
    /// @throws Problem as [#preview]; from the answer when it is known only inside
    public CompletableFuture<Admission> join(Caller caller, String code) {
        UUID roomId = database.read(handle -> InviteStore.find(handle, code))
                .orElseThrow(Problem::notFound)
                .roomId();
        return journal.submit(new JoinByInvite(roomId, caller, code));
    }

    /// A block between the two acts as if the invite did not exist: nobody is told of a block by a link.
    static void requireOpen(Handle handle, Caller caller, Invite invite) {
        boolean own = invite.createdBy().equals(caller.userId());
        if (!own
                && !MemberStore.blocked(handle, caller.userId(), List.of(invite.createdBy()))
                        .isEmpty()) {
            throw Problem.notFound();
        }
    }
}
