package tingting.property;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tingting.testing.Person;

/// People who play one story after the other: signing up costs more than a whole story.
///
/// @param keeper owns the groups and stays in them, and has no device
/// @param players everybody else, with two devices each
/// @param direct the room of the first two players: there is only ever one, so it goes from story to story
record Team(Person keeper, List<Person> players, String direct) {
    static Team register(String url, int number) {
        List<Person> players = Stream.of("an", "binh", "chi")
                .map(name -> Person.register(url, name + number))
                .toList();
        return new Team(
                Person.register(url, "keeper" + number), players, players.get(0).direct(players.get(1)));
    }

    /// Brings the direct room back to who had left it, and reads it for both.
    void refreshDirect() {
        Person one = players.get(0);
        Person other = players.get(1);
        long newest = one.post("/rooms/direct", Map.of("user_id", other.userId()))
                .path("last_seq")
                .asLong();
        other.post("/rooms/direct", Map.of("user_id", one.userId()));
        one.post("/rooms/" + direct + "/read", Map.of("seq", newest));
        other.post("/rooms/" + direct + "/read", Map.of("seq", newest));
    }

    Person player(int number) {
        return players.get(number % players.size());
    }
}
