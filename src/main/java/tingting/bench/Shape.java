package tingting.bench;

/// The shape of a load.
///
/// @param word the scenario it belongs to
/// @param rooms how many there are, each with its own members
/// @param senders spread over the rooms
/// @param rate messages a second of all senders together; 0 for as many as answers come, one on its way each
/// @param length of a message, in characters
record Shape(String word, int rooms, int members, int senders, int rate, int length) {
    Shape {
        if (senders > rooms * members) {
            throw new BenchFailure("%s: %d people cannot be %d senders.".formatted(word, rooms * members, senders));
        }
    }

    Population population() {
        return new Population(rooms * members, members, 1, 0);
    }

    @Override
    public String toString() {
        String how = rate == 0 ? "%d senders".formatted(senders) : "%d messages a second".formatted(rate);
        if (length != Content.LENGTH) {
            how += " of %,d characters".formatted(length);
        }
        return rooms == 1 ? "1 × %d, %s".formatted(members, how) : "%d × %d, %s".formatted(rooms, members, how);
    }
}
