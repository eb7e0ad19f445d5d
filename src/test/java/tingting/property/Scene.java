package tingting.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private record Reader(String userId, String roomId) {}

    private final Team team;
    private final List<String> roomIds = new ArrayList<>();
    /// By room, the newest message before the story: the direct room has been in others.
    private final Map<String, Long> begins = new HashMap<>();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<Reader, Long> read = new ConcurrentHashMap<>();

    private Scene(Team team) {
        this.team = team;
    }

    /// Makes the rooms: a group of all, and a direct room or group of two.
    static Scene of(Team team, boolean direct) {
        Scene scene = new Scene(team);
        List<Person> players = team.players();
        String group = team.keeper().group(players.toArray(Person[]::new));
        team.keeper().patch("/rooms/" + group + "/members/" + players.get(0).userId(), Map.of("role", "admin"));
        scene.roomIds.add(group);
        scene.roomIds.add(direct ? team.direct() : team.keeper().group(players.get(0), players.get(1)));
        team.refreshDirect();
        players.forEach(scene::begin);
        return scene;
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
        return isGroup(roomId) ? team.keeper() : team.player(0);
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
        List<Sent> all = List.copyOf(sent);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }

    /// The newest message of the room that somebody was told of.
    long newest(String roomId) {
        return sentTo(roomId).stream().mapToLong(Sent::seq).max().orElse(begins.getOrDefault(roomId, 0L));
    }

    void read(Person person, String roomId, long seq) {
        read.merge(new Reader(person.userId(), roomId), seq, Math::max);
    }

    /// How far that person has read, as far as reading and sending say.
    long readBy(Person person, String roomId) {
        return read.getOrDefault(new Reader(person.userId(), roomId), 0L);
    }
}
