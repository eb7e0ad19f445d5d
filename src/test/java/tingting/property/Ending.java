package tingting.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tingting.property.Scene.Planned;
import tingting.property.Scene.Sent;
import tingting.testing.Person;

/// The end of a story: what the devices made of snapshots and events, what the server says, and what the story itself
/// tells must be the same.
final class Ending {
    private final Scene scene;
    private final List<Device> devices;
    /// By room: all of it, and its changes.
    private final Map<String, Room> whole = new HashMap<>();
    private final Map<String, JsonNode> changes = new HashMap<>();

    /// @param devices all of them connected
    Ending(Scene scene, List<Device> devices) {
        this.scene = scene;
        this.devices = devices;
    }

    void check() {
        Settling.await(scene);
        for (String roomId : scene.roomIds()) {
            Person witness = scene.witness(roomId);
            whole.put(roomId, scene.fetch(witness, roomId).orElseThrow());
            changes.put(
                    roomId,
                    witness.get("/rooms/" + roomId + "/changes?limit=500").path("items"));
            checkMessages(roomId);
            checkPlanned(roomId);
            if (scene.isGroup(roomId)) {
                new Doors(scene, whole(roomId)).check();
            }
        }
        for (Person person : scene.team().players()) {
            Map<String, Room> fresh = fresh(person);
            devicesOf(person).forEach(device -> checkRooms(device, fresh));
            fresh.keySet().retainAll(scene.roomIds());
            fresh.values().forEach(room -> {
                checkUnread(person, room);
                checkDraft(person, room);
            });
        }
    }

    private List<Device> devicesOf(Person person) {
        return devices.stream().filter(device -> device.person().equals(person)).toList();
    }

    private Room whole(String roomId) {
        return Objects.requireNonNull(whole.get(roomId));
    }

    /// Every acknowledged message is there once, where the acknowledgement said, and no other but scheduled ones.
    private void checkMessages(String roomId) {
        Map<Long, String> acknowledged = scene.sentTo(roomId).stream()
                .collect(Collectors.toMap(
                        Sent::seq, sent -> String.valueOf(sent.request().get("client_msg_id"))));
        Map<Long, String> kept = whole(roomId).messages().stream()
                .collect(Collectors.toMap(
                        message -> message.path("seq").asLong(),
                        message -> message.path("client_msg_id").asText()));
        kept.values()
                .removeAll(scene.plannedFor(roomId).stream()
                        .map(Planned::clientMsgId)
                        .toList());
        assertThat(kept).as("messages of " + roomId).isEqualTo(acknowledged);
    }

    /// A scheduled message is there once, unless it was given up; who left took along what still waited.
    private void checkPlanned(String roomId) {
        for (Planned message : scene.plannedFor(roomId)) {
            long copies = whole(roomId).messages().stream()
                    .filter(kept -> kept.path("client_msg_id").asText().equals(message.clientMsgId()))
                    .count();
            int least = scene.isGivenUp(message) || hasLeft(message.by(), roomId) ? 0 : 1;
            int most = scene.isGivenUp(message) ? 0 : 1;
            assertThat(copies).as("copies of " + message).isBetween((long) least, (long) most);
        }
    }

    private boolean hasLeft(Person person, String roomId) {
        return Objects.requireNonNull(changes.get(roomId))
                .valueStream()
                .anyMatch(change -> change.path("type").asText().equals("member_left")
                        && change.path("data").path("user_id").asText().equals(person.userId()));
    }

    private Map<String, Room> fresh(Person person) {
        Map<String, Room> fresh = new HashMap<>();
        for (JsonNode room : person.get("/rooms").path("items")) {
            String roomId = room.path("room_id").asText();
            fresh.put(roomId, scene.fetch(person, roomId).orElseThrow());
        }
        return fresh;
    }

    private static void checkRooms(Device device, Map<String, Room> fresh) {
        device.await(
                () -> device.person().name() + "'s device knows " + revs(device.rooms()) + ", the server "
                        + revs(fresh),
                () -> revs(device.rooms()).equals(revs(fresh)));
        fresh.forEach((roomId, room) -> assertThat(device.room(roomId).state())
                .as(device.person().name() + "'s " + roomId + ", from events")
                .isEqualTo(room.state()));
    }

    private static Map<String, Long> revs(Map<String, Room> rooms) {
        return rooms.values().stream().collect(Collectors.toMap(Room::roomId, Room::rev));
    }

    private void checkUnread(Person person, Room room) {
        String roomId = room.roomId();
        Unread counted = count(person, roomId);
        assertThat(room.unread()).as(person.name() + "'s unread in " + roomId).isEqualTo(counted);
        for (Device device : devicesOf(person)) {
            device.await(
                    () -> person.name() + " is told of " + counted + " in " + roomId + ", not of "
                            + device.room(roomId).unread(),
                    () -> device.room(roomId).unread().equals(counted));
        }
    }

    private void checkDraft(Person person, Room room) {
        for (Device device : devicesOf(person)) {
            device.await(
                    () -> "%s's draft in %s is “%s”, not “%s”"
                            .formatted(
                                    person.name(),
                                    room.roomId(),
                                    room.draft(),
                                    device.room(room.roomId()).draft()),
                    () -> device.room(room.roomId()).draft().equals(room.draft()));
        }
    }

    /// Counts what is unread from the messages themselves.
    private Unread count(Person person, String roomId) {
        long mark = Math.max(scene.readBy(person, roomId), joined(person, roomId));
        long unread = whole(roomId).messages().stream()
                .filter(message -> message.path("seq").asLong() > mark)
                .filter(message -> !message.path("user_id").asText().equals(person.userId()))
                .filter(message -> message.path("recalled_at").isNull())
                .count();
        return new Unread(mark, unread);
    }

    /// How many messages there were when that person last joined; 0 for who has been there from the beginning.
    private long joined(Person person, String roomId) {
        long messages = 0;
        long joined = 0;
        for (JsonNode change : Objects.requireNonNull(changes.get(roomId))) {
            switch (change.path("type").asText()) {
                case "new_message" -> messages++;
                case "member_joined" ->
                    joined = change.path("data").path("user_id").asText().equals(person.userId()) ? messages : joined;
                default -> {}
            }
        }
        return joined;
    }

    /// By whoever owns them now.
    void deleteGroups() {
        scene.roomIds().stream()
                .filter(scene::isGroup)
                .forEach(roomId ->
                        scene.team().person(whole(roomId).owners().getFirst()).answer("DELETE", "/rooms/" + roomId));
    }

    /// Everybody reads everything: their other device is told, and the totals with it.
    void readAll() {
        scene.team().players().forEach(this::readAll);
    }

    private void readAll(Person person) {
        Device one = devicesOf(person).getFirst();
        Device other = devicesOf(person).getLast();
        long total = one.rooms().values().stream()
                .mapToLong(room -> room.unread().unread())
                .sum();
        for (Room room : one.rooms().values()) {
            if (room.unread().unread() > 0) {
                total -= room.unread().unread();
                long left = total;
                Answer answer = one.ask("read", Map.of("room_id", room.roomId(), "seq", room.lastSeq()));
                assertThat(answer.data().path("unread").asLong()).isZero();
                other.await(
                        () -> person.name() + " has " + left + " unread in all, not " + other.totalUnread(),
                        () -> other.totalUnread() == left);
            }
        }
    }
}
