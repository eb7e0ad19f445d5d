package tingting.property;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tingting.testing.Person;

/// People who play one story after the other: signing up costs more than a whole story.
///
/// @param keeper makes the groups and owns them, and has no device
/// @param witness is in the groups from the beginning to the end, and does nothing
/// @param players everybody else, with two devices each
/// @param direct the room of the first two players: there is only ever one, so it goes from story to story
record Team(Person keeper, Person witness, List<Person> players, String direct) {
    static Team register(String url, int number) {
        List<Person> players = Stream.of("an", "binh", "chi")
                .map(name -> Person.register(url, name + number))
                .toList();
        return new Team(
                Person.register(url, "keeper" + number),
                Person.register(url, "witness" + number),
                players,
                players.get(0).direct(players.get(1)));
    }

    /// Brings the direct room back to who had left it, reads it for both, and has its messages stay.
    void refreshDirect() {
        Person one = players.get(0);
        Person other = players.get(1);
        long newest = one.post("/rooms/direct", Map.of("user_id", other.userId()))
                .path("last_seq")
                .asLong();
        other.post("/rooms/direct", Map.of("user_id", one.userId()));
        one.patch("/rooms/" + direct, Collections.singletonMap("message_ttl_seconds", null));
        one.post("/rooms/" + direct + "/read", Map.of("seq", newest));
        other.post("/rooms/" + direct + "/read", Map.of("seq", newest));
    }

    /// Whoever of them has that id.
    Person person(String userId) {
        return Stream.concat(players.stream(), Stream.of(keeper, witness))
                .filter(person -> person.userId().equals(userId))
                .findFirst()
                .orElseThrow();
    }

    Person player(int number) {
        return players.get(number % players.size());
    }
}
