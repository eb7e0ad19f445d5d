package tingting.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tingting.testing.Person;

/// Where a story plays: its rooms, and what everybody may know of what was done in them. Safe from any thread.
final class Scene {
    /// A message that was acknowledged.
    record Sent(Person by, Map<String, Object> request, JsonNode ack) {
        String messageId() {
            return ack.path("message_id").asText();
        }

        String roomId() {
            return ack.path("room_id").asText();
        }

        long seq() {
            return ack.path("seq").asLong();
        }
    }

    /// An invite that was made.
    ///
    /// @param once whether it lets only one in
    record Invited(String roomId, String code, boolean once) {}

    /// Somebody who was told that they have asked to join.
    record Asked(String roomId, String userId) {}

    /// A message that was to be sent later.
    record Planned(Person by, String roomId, String scheduledId, String clientMsgId) {}

    private record Reader(String userId, String roomId) {}

    private final Team team;
    private final List<String> roomIds = new ArrayList<>();
    /// By room, the newest message before the story: the direct room has been in others.
    private final Map<String, Long> begins = new HashMap<>();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Invited> invites = new CopyOnWriteArrayList<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final Set<Planned> givenUp = ConcurrentHashMap.newKeySet();
    private final Map<Reader, Long> read = new ConcurrentHashMap<>();

    private Scene(Team team) {
        this.team = team;
    }

    /// Makes the rooms: a group of all, and a direct room or group of two.
    static Scene of(Team team, Story story) {
        Scene scene = new Scene(team);
        List<Person> players = team.players();
        String group = scene.group(story, players);
        team.keeper().patch("/rooms/" + group + "/members/" + players.get(0).userId(), Map.of("role", "admin"));
        if (story.direct()) {
            scene.roomIds.add(team.direct());
        } else {
            scene.group(story, players.subList(0, 2));
        }
        team.refreshDirect();
        players.forEach(scene::begin);
        return scene;
    }

    /// A group with an invite into it.
    private String group(Story story, List<Person> members) {
        Person keeper = team.keeper();
        String roomId = keeper.group(
                Stream.concat(members.stream(), Stream.of(team.witness())).toArray(Person[]::new));
        if (story.asking()) {
            keeper.patch("/rooms/" + roomId, Map.of("join_approval", true));
        }
        String code = keeper.post("/rooms/" + roomId + "/invites", Map.of())
                .path("code")
                .asText();
        invites.add(new Invited(roomId, code, false));
        roomIds.add(roomId);
        return roomId;
    }

    private void begin(Person person) {
        for (JsonNode room : person.get("/rooms").path("items")) {
            String roomId = room.path("room_id").asText();
            begins.put(roomId, room.path("last_seq").asLong());
            read(person, roomId, room.path("read_seq").asLong());
        }
    }

    Team team() {
        return team;
    }

    List<String> roomIds() {
        return roomIds;
    }

    String room(int number) {
        return roomIds.get(number % roomIds.size());
    }

    /// The REST address of a membership.
    String member(int room, int person) {
        return "/rooms/" + room(room) + "/members/" + team.player(person).userId();
    }

    boolean isGroup(String roomId) {
        return !roomId.equals(team.direct());
    }

    /// Somebody who sees everything of the room from its beginning to its end.
    Person witness(String roomId) {
        return isGroup(roomId) ? team.witness() : team.player(0);
    }

    /// The room as it is for that person now; empty for an outsider.
    Optional<Room> fetch(Person person, String roomId) {
        return Room.fetch(person, roomId, begins.getOrDefault(roomId, 0L));
    }

    // ---- what was done

    void sent(Sent message) {
        sent.add(message);
        read(message.by(), message.roomId(), message.seq());
    }

    /// Everything that was sent to the room.
    List<Sent> sentTo(String roomId) {
        return sent.stream().filter(message -> message.roomId().equals(roomId)).toList();
    }

    /// Some message; empty before the first.
    Optional<Sent> message(int number) {
        return some(sent, number);
    }

    /// The newest message of the room that somebody was told of.
    long newest(String roomId) {
        return sentTo(roomId).stream().mapToLong(Sent::seq).max().orElse(begins.getOrDefault(roomId, 0L));
    }

    void invited(Invited invite) {
        invites.add(invite);
    }

    Optional<Invited> invite(int number) {
        return some(invites, number);
    }

    void revoked(Invited invite) {
        revoked.add(invite.code());
    }

    boolean isRevoked(String code) {
        return revoked.contains(code);
    }

    /// All that were made into the room.
    List<Invited> invitesTo(String roomId) {
        return invites.stream().filter(invite -> invite.roomId().equals(roomId)).toList();
    }

    void asked(Asked request) {
        asked.add(request);
    }

    boolean hasAsked(Asked request) {
        return asked.contains(request);
    }

    /// Some request to join; empty before the first.
    Optional<Asked> request(int number) {
        return some(asked, number);
    }

    void planned(Planned message) {
        planned.add(message);
    }

    void givenUp(Planned message) {
        givenUp.add(message);
    }

    boolean isGivenUp(Planned message) {
        return givenUp.contains(message);
    }

    Optional<Planned> plan(int number) {
        return some(planned, number);
    }

    /// Everything that was to be sent later to the room.
    List<Planned> plannedFor(String roomId) {
        return planned.stream()
                .filter(message -> message.roomId().equals(roomId))
                .toList();
    }

    private static <T> Optional<T> some(List<T> things, int number) {
        List<T> all = List.copyOf(things);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }

    void read(Person person, String roomId, long seq) {
        read.merge(new Reader(person.userId(), roomId), seq, Math::max);
    }

    /// How far that person has read, as far as reading and sending say.
    long readBy(Person person, String roomId) {
        return read.getOrDefault(new Reader(person.userId(), roomId), 0L);
    }
}
