package tingting.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tingting.property.Scene.Planned;
import tingting.property.Scene.Sent;
import tingting.testing.Person;

/// Does the actions of a story: over the device's socket, or over REST where it has none. Answers what came of each;
/// empty where there was nothing to do.
final class Acts {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATER = Duration.ofHours(1);
    /// Of a message that disappears, in seconds.
    private static final int SHORTEST_LIFE = 5;

    private static final List<String> EMOJI = List.of("👍", "❤️", "😂");

    private final Scene scene;

    private final InvitingActs invites;

    Acts(Scene scene) {
        this.scene = scene;
        this.invites = new InvitingActs(scene);
    }

    Optional<Answer> take(Device device, Action action) {
        return switch (action) {
            case Action.Send send -> Optional.of(send(device, send));
            case Action.SendAgain(int message) ->
                scene.message(message)
                        .filter(sent -> sent.by().equals(device.person()))
                        .map(sent -> again(device, sent));
            case Action.Edit(int message) -> scene.message(message).map(sent -> edit(device, sent));
            case Action.Recall(int message) -> scene.message(message).map(sent -> recall(device, sent));
            case Action.React react -> scene.message(react.message()).map(sent -> react(device, sent, react));
            case Action.Pin pin -> scene.message(pin.message()).map(sent -> pin(device, sent, pin.on()));
            case Action.Read read -> Optional.of(read(device, read));
            case Action.Deliver(int room) -> Optional.of(deliver(device, scene.room(room)));
            case Action.Add add -> Optional.of(add(device, add));
            case Action.Kick kick ->
                Optional.of(
                        rest(by(device, kick.keeper()), "DELETE", scene.member(kick.room(), kick.person()), Map.of()));
            case Action.Leave(int room) ->
                Optional.of(rest(device.person(), "POST", "/rooms/" + scene.room(room) + "/leave", Map.of()));
            case Action.ChangeRole role -> Optional.of(changeRole(role));
            case Action.Rename(int room, int name) ->
                Optional.of(
                        rest(device.person(), "PATCH", "/rooms/" + scene.room(room), Map.of("name", "no. " + name)));
            case Action.ShowHistory(int room, boolean all) -> Optional.of(showHistory(room, all));
            case Action.Disappear(int room, boolean on) -> Optional.of(disappear(room, on));
            case Action.HandOver(int room, int person) ->
                Optional.of(rest(scene.team().keeper(), "PATCH", scene.member(room, person), Map.of("role", "owner")));
            case Action.KeeperLeaves(int room) ->
                Optional.of(rest(scene.team().keeper(), "POST", "/rooms/" + scene.room(room) + "/leave", Map.of()));
            case Action.Invite invite -> Optional.of(invites.make(by(device, invite.keeper()), invite));
            case Action.RevokeInvite(int invite) -> scene.invite(invite).map(invites::revoke);
            case Action.FollowInvite(int invite) ->
                scene.invite(invite).map(made -> invites.follow(device.person(), made));
            case Action.AskFirst(int room, boolean on) -> Optional.of(invites.askFirst(scene.room(room), on));
            case Action.AnswerRequest(int request, boolean accept) ->
                scene.request(request).map(asked -> invites.answer(asked, accept));
            case Action.SaveDraft(int room, boolean nothing) ->
                Optional.of(saveDraft(device, scene.room(room), nothing ? "" : "draft " + UUID.randomUUID()));
            case Action.SendLater(int room, boolean soon) ->
                Optional.of(sendLater(device.person(), scene.room(room), soon));
            case Action.GiveUp(int scheduled) -> scene.plan(scheduled).map(this::giveUp);
            case Action.Disconnect() -> moved(device::disconnect);
            case Action.Resume() -> device.isConnected() ? Optional.empty() : moved(device::connect);
            case Action.Restart() -> moved(() -> restart(device));
        };
    }

    private Person by(Device device, boolean keeper) {
        return keeper ? scene.team().keeper() : device.person();
    }

    // ---- messages

    private Answer send(Device device, Action.Send send) {
        Map<String, Object> request = new HashMap<>(
                Map.of("client_msg_id", UUID.randomUUID().toString(), "content", "message " + UUID.randomUUID()));
        if (send.reply() >= 0) {
            scene.message(send.reply()).ifPresent(answered -> request.put("reply_to", answered.messageId()));
        }
        if (send.mention() >= 0) {
            request.put("mentions", List.of(scene.team().player(send.mention()).userId()));
        }
        Answer answer = send(device, scene.room(send.room()), request);
        if (answer.succeeded()) {
            scene.sent(new Sent(device.person(), request, answer.data()));
        }
        return answer;
    }

    /// The first acknowledgement comes again, whatever happened to the message since.
    private Answer again(Device device, Sent first) {
        Answer answer = send(device, first.roomId(), first.request());
        if (answer.succeeded()) {
            ObjectNode expected = ((ObjectNode) first.ack().deepCopy()).put("duplicate", true);
            assertThat(answer.data()).isEqualTo(expected);
        }
        return answer;
    }

    private Answer send(Device device, String roomId, Map<String, Object> request) {
        return device.isConnected()
                ? device.ask("send_message", with(request, "room_id", roomId))
                : rest(device.person(), "POST", "/rooms/" + roomId + "/messages", request);
    }

    private Answer edit(Device device, Sent message) {
        Map<String, Object> change = Map.of("content", "edited " + UUID.randomUUID());
        return device.isConnected()
                ? ask(device, "edit_message", message, change)
                : rest(device.person(), "PATCH", path(message), change);
    }

    private Answer recall(Device device, Sent message) {
        return device.isConnected()
                ? ask(device, "recall", message, Map.of())
                : rest(device.person(), "DELETE", path(message), Map.of());
    }

    private Answer react(Device device, Sent message, Action.React react) {
        String emoji = EMOJI.get(react.emoji() % EMOJI.size());
        if (device.isConnected()) {
            return ask(device, "react", message, Map.of("reaction_type", emoji, "remove", react.remove()));
        }
        String path = path(message) + "/reactions/" + URLEncoder.encode(emoji, StandardCharsets.UTF_8);
        return rest(device.person(), react.remove() ? "DELETE" : "PUT", path, Map.of());
    }

    private Answer pin(Device device, Sent message, boolean on) {
        return device.isConnected()
                ? ask(device, on ? "pin" : "unpin", message, Map.of())
                : rest(device.person(), on ? "PUT" : "DELETE", path(message) + "/pin", Map.of());
    }

    private static Answer ask(Device device, String verb, Sent message, Map<String, Object> data) {
        return device.ask(verb, with(data, "message_id", message.messageId()));
    }

    private static String path(Sent message) {
        return "/messages/" + message.messageId();
    }

    private static Map<String, Object> with(Map<String, Object> data, String name, Object value) {
        Map<String, Object> more = new HashMap<>(data);
        more.put(name, value);
        return more;
    }

    // ---- messages to come

    private static Answer saveDraft(Device device, String roomId, String content) {
        return device.isConnected()
                ? device.ask("draft", Map.of("room_id", roomId, "content", content))
                : rest(device.person(), "PUT", "/rooms/" + roomId + "/draft", Map.of("content", content));
    }

    private Answer sendLater(Person person, String roomId, boolean soon) {
        String clientMsgId = UUID.randomUUID().toString();
        Instant sendAt = Instant.now().plus(soon ? SOON : LATER);
        Answer answer = rest(
                person,
                "POST",
                "/rooms/" + roomId + "/scheduled",
                Map.of("client_msg_id", clientMsgId, "content", "scheduled " + clientMsgId, "send_at", sendAt));
        if (answer.succeeded()) {
            String scheduledId = answer.data().path("scheduled_id").asText();
            scene.planned(new Planned(person, roomId, scheduledId, clientMsgId));
        }
        return answer;
    }

    private Answer giveUp(Planned message) {
        Answer answer = rest(message.by(), "DELETE", "/scheduled/" + message.scheduledId(), Map.of());
        if (answer.succeeded()) {
            scene.givenUp(message);
        }
        return answer;
    }

    // ---- marks

    private Answer read(Device device, Action.Read read) {
        String roomId = scene.room(read.room());
        long seq = Math.max(0, scene.newest(roomId) - read.but());
        Answer answer = mark(device, "read", roomId, seq);
        if (answer.succeeded()) {
            scene.read(device.person(), roomId, seq);
        }
        return answer;
    }

    private Answer deliver(Device device, String roomId) {
        return mark(device, "delivered", roomId, scene.newest(roomId));
    }

    private static Answer mark(Device device, String mark, String roomId, long seq) {
        Answer answer = device.isConnected()
                ? device.ask(mark, Map.of("room_id", roomId, "seq", seq))
                : rest(device.person(), "POST", "/rooms/" + roomId + "/" + mark, Map.of("seq", seq));
        assertThat(answer.data().path("unread").asLong()).isNotNegative();
        return answer;
    }

    // ---- rooms

    private Answer add(Device device, Action.Add add) {
        Map<String, Object> whom =
                Map.of("user_ids", List.of(scene.team().player(add.person()).userId()));
        return rest(by(device, add.keeper()), "POST", "/rooms/" + scene.room(add.room()) + "/members", whom);
    }

    private Answer changeRole(Action.ChangeRole change) {
        Map<String, Object> role = Map.of("role", change.admin() ? "admin" : "member");
        return rest(scene.team().keeper(), "PATCH", scene.member(change.room(), change.person()), role);
    }

    private Answer showHistory(int room, boolean all) {
        Map<String, Object> history = Map.of("history", all ? "all" : "since_join");
        return rest(scene.team().keeper(), "PATCH", "/rooms/" + scene.room(room), history);
    }

    private Answer disappear(int room, boolean on) {
        Map<String, Object> life = new HashMap<>();
        life.put("message_ttl_seconds", on ? SHORTEST_LIFE : null);
        String roomId = scene.room(room);
        Person by = scene.isGroup(roomId) ? scene.team().keeper() : scene.team().player(0);
        return rest(by, "PATCH", "/rooms/" + roomId, life);
    }

    static Answer rest(Person person, String method, String path, Map<String, Object> body) {
        return Answer.of(person.answer(method, path, body));
    }

    // ---- connections

    private static Optional<Answer> moved(Runnable move) {
        move.run();
        return Optional.of(Answer.NOTHING_ASKED);
    }

    private static void restart(Device device) {
        device.disconnect();
        device.forget();
        device.connect();
    }
}
