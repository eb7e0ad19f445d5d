package tingting.property;

import java.util.Map;
import tingting.property.Scene.Asked;
import tingting.property.Scene.Invited;
import tingting.testing.Person;

/// What is done with invites and requests to join, over REST.
final class InvitingActs {
    private final Scene scene;

    InvitingActs(Scene scene) {
        this.scene = scene;
    }

    Answer make(Person by, Action.Invite invite) {
        String roomId = scene.room(invite.room());
        Map<String, Object> uses = invite.once() ? Map.of("max_uses", 1) : Map.of();
        Answer answer = Acts.rest(by, "POST", "/rooms/" + roomId + "/invites", uses);
        if (answer.succeeded()) {
            scene.invited(new Invited(roomId, answer.data().path("code").asText(), invite.once()));
        }
        return answer;
    }

    Answer revoke(Invited invite) {
        String path = "/rooms/" + invite.roomId() + "/invites/" + invite.code();
        Answer answer = Acts.rest(scene.team().keeper(), "DELETE", path, Map.of());
        if (answer.succeeded()) {
            scene.revoked(invite);
        }
        return answer;
    }

    /// Joins, or asks to.
    Answer follow(Person person, Invited invite) {
        Answer answer = Acts.rest(person, "POST", "/invites/" + invite.code() + "/join", Map.of());
        if (answer.data().path("status").asText().equals("requested")) {
            scene.asked(new Asked(invite.roomId(), person.userId()));
        }
        return answer;
    }

    Answer askFirst(String roomId, boolean on) {
        return Acts.rest(scene.team().keeper(), "PATCH", "/rooms/" + roomId, Map.of("join_approval", on));
    }

    Answer answer(Asked request, boolean accept) {
        String path = "/rooms/" + request.roomId() + "/join-requests/" + request.userId();
        return Acts.rest(scene.team().keeper(), "POST", path + (accept ? "/accept" : "/decline"), Map.of());
    }
}
