package tingting.bench;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// The people and rooms of a scenario, as they are on its server.
record World(List<Account> accounts, List<Room> rooms) {
    /// The password of everybody.
    static final String PASSWORD = "measured, not guessed";

    /// @param token an access token
    record Account(UUID userId, String username, String token) {}

    record Room(UUID roomId, List<Account> members) {}

    /// People and rooms of nowhere, for a server that asks for no account.
    static World imaginary(Population population) {
        List<Account> accounts = IntStream.range(0, population.people())
                .mapToObj(number -> new Account(new UUID(0, number), "nobody", "nothing"))
                .toList();
        List<Room> rooms = population.rooms().stream()
                .map(numbers -> new Room(
                        UUID.randomUUID(),
                        Arrays.stream(numbers).mapToObj(accounts::get).toList()))
                .toList();
        return new World(accounts, rooms);
    }
}
