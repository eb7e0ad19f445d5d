package tingting.bench;

import java.util.List;
import java.util.stream.IntStream;

/// Who is to be there: people, evenly in rooms.
///
/// @param roomSize members of a room; two make it a direct one
/// @param roomsEach how many rooms each person is in
/// @param messages that each room has already
record Population(int people, int roomSize, int roomsEach, int messages) {
    /// The members of each room, by their numbers. A person's rooms have different members.
    List<int[]> rooms() {
        return IntStream.range(0, roomsEach)
                .boxed()
                .flatMap(layer ->
                        IntStream.range(0, Math.ceilDiv(people, roomSize)).mapToObj(room -> room(layer, room)))
                .toList();
    }

    private int[] room(int layer, int room) {
        int first = room * roomSize;
        int shift = layer * Math.ceilDiv(roomSize, roomsEach);
        return IntStream.range(first, Math.min(first + roomSize, people))
                .map(number -> (number + shift) % people)
                .toArray();
    }

    boolean direct() {
        return roomSize == 2;
    }
}
