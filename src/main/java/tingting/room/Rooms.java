package tingting.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// The verbs of rooms and memberships. Changes go through the journal and answer when they are durable; reads block.
public final class Rooms {
    /// Longest name and topic, in characters.
    public static final int NAME_LENGTH = 100;

    public static final int TOPIC_LENGTH = 500;
    /// The longest pause of slow mode, in seconds: six hours.
    public static final int SLOWEST = 21_600;
    /// The shortest and the longest life of a message that is recalled by itself, in seconds: up to a year.
    public static final long SHORTEST_LIFE = 5;

    public static final long LONGEST_LIFE = 31_536_000;
    /// How many people one call may add.
    public static final int INVITED = 200;

    private final Database database;
    private final Journal journal;
    private final Ids ids;

    public Rooms(Database database, Journal journal, Ids ids) {
        this.database = database;
        this.journal = journal;
        this.ids = ids;
    }

    /// Makes a group or channel; the caller owns it.
    public CompletableFuture<UUID> create(Caller caller, RoomDraft draft) {
        if (draft.kind() == RoomKind.DIRECT) {
            throw Problem.invalidField("kind", "must be group or channel");
        }
        requireName(draft.name());
        requireTopic(draft.topic());
        if (draft.memberIds().size() > INVITED) {
            throw Problem.invalidField("member_ids", "at most " + INVITED + " at once");
        }
        return journal.submit(new CreateRoom(ids.next(), caller, draft));
    }

    /// A direct room, and whether the call made it.
    public record Direct(UUID roomId, boolean created) {}

    /// The direct room with another person, made when there is none.
    public CompletableFuture<Direct> openDirect(Caller caller, UUID otherId) {
        if (otherId.equals(caller.userId())) {
            throw Problem.invalidField("user_id", "must be somebody else");
        }
        return journal.submit(new OpenDirect(ids.next(), caller, otherId));
    }

    /// @return the room's rev afterwards
    public CompletableFuture<Long> update(Caller caller, UUID roomId, RoomPatch patch) {
        if (patch.name() != null) {
            requireName(patch.name());
        }
        if (patch.topic() != null) {
            requireTopic(patch.topic().orElse(null));
        }
        String history = patch.history();
        if (history != null && !history.equals("all") && !history.equals("since_join")) {
            throw Problem.invalidField("history", "must be all or since_join");
        }
        requireSlowMode(patch.slowModeSeconds());
        requireLife(patch.messageTtlSeconds());
        return journal.submit(new UpdateRoom(roomId, caller, patch));
    }

    public CompletableFuture<Long> delete(Caller caller, UUID roomId) {
        return journal.submit(new DeleteRoom(roomId, caller));
    }

    /// @return how many of them were no members before
    public CompletableFuture<Integer> addMembers(Caller caller, UUID roomId, Set<UUID> userIds) {
        if (userIds.isEmpty() || userIds.size() > INVITED) {
            throw Problem.invalidField("user_ids", "must be 1 to " + INVITED + " ids");
        }
        return journal.submit(new AddMembers(roomId, caller, userIds));
    }

    /// Ends somebody's membership, or one's own.
    public CompletableFuture<Long> removeMember(Caller caller, UUID roomId, UUID userId) {
        return journal.submit(new RemoveMember(roomId, caller, userId));
    }

    public CompletableFuture<Long> leave(Caller caller, UUID roomId) {
        return removeMember(caller, roomId, caller.userId());
    }

    public CompletableFuture<Long> changeRole(Caller caller, UUID roomId, UUID userId, Role role) {
        return journal.submit(new ChangeRole(roomId, caller, userId, role));
    }

    /// The members, owners first, then by how long they have been there.
    ///
    /// @throws Problem `not_found`, for an outsider too
    public List<Member> members(Caller caller, UUID roomId) {
        return database.read(handle -> {
            if (!MemberStore.isMember(handle, roomId, caller.userId())) {
                throw Problem.notFound();
            }
            return MemberStore.list(handle, roomId);
        });
    }

    /// Whether the caller is a member now.
    public boolean isMember(UUID userId, UUID roomId) {
        return database.read(handle -> MemberStore.isMember(handle, roomId, userId));
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            throw Problem.invalidField("name", "must be 1 to " + NAME_LENGTH + " characters");
        }
    }

    private static void requireSlowMode(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > SLOWEST)) {
            throw Problem.invalidField("slow_mode_seconds", "must be 0 to " + SLOWEST);
        }
    }

    private static void requireLife(@Nullable Optional<Long> seconds) {
        if (seconds != null
                && seconds.filter(life -> life < SHORTEST_LIFE || life > LONGEST_LIFE)
                        .isPresent()) {
            throw Problem.invalidField(
                    "message_ttl_seconds", "must be " + SHORTEST_LIFE + " to " + LONGEST_LIFE + ", or null");
        }
    }

    private static void requireTopic(@Nullable String topic) {
        if (topic != null && topic.length() > TOPIC_LENGTH) {
            throw Problem.invalidField("topic", "must be at most " + TOPIC_LENGTH + " characters");
        }
    }
}
