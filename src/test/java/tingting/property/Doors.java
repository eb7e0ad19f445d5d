package tingting.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import tingting.property.Scene.Asked;
import tingting.property.Scene.Invited;
import tingting.testing.Person;

/// Who owns a group, and the ways into it, at the end of a story.
final class Doors {
    private final Scene scene;
    private final Room room;

    /// @param room all of it
    Doors(Scene scene, Room room) {
        this.scene = scene;
        this.room = room;
    }

    void check() {
        assertThat(room.owners()).as("owners of " + room.roomId()).isNotEmpty();
        Person owner = scene.team().person(room.owners().getFirst());
        checkInvites(owner.get("/rooms/" + room.roomId() + "/invites").path("items"));
        checkRequests(owner.get("/rooms/" + room.roomId() + "/join-requests").path("items"));
    }

    /// Those work that were made, unless they were revoked or are spent.
    private void checkInvites(JsonNode working) {
        Set<String> codes = new HashSet<>();
        for (JsonNode invite : working) {
            codes.add(invite.path("code").asText());
            long most = invite.path("max_uses").asLong(Long.MAX_VALUE);
            assertThat(invite.path("uses").asLong()).as(invite.toString()).isLessThan(most);
        }
        for (Invited invite : scene.invitesTo(room.roomId())) {
            boolean works = codes.remove(invite.code());
            boolean revoked = scene.isRevoked(invite.code());
            assertThat(works)
                    .as(invite + (revoked ? ", revoked" : ""))
                    .isIn(revoked ? Set.of(false) : invite.once() ? Set.of(true, false) : Set.of(true));
        }
        assertThat(codes).as("invites that nobody made").isEmpty();
    }

    /// Those ask who said so and were not let in.
    private void checkRequests(JsonNode requests) {
        for (JsonNode request : requests) {
            String userId = request.path("user_id").asText();
            assertThat(scene.hasAsked(new Asked(room.roomId(), userId)))
                    .as("asked: " + request)
                    .isTrue();
            assertThat(room.hasMember(userId)).as("a member asks: " + request).isFalse();
        }
    }
}
