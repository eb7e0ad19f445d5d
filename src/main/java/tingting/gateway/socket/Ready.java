package tingting.gateway.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tingting.live.Payload;
import tingting.message.RoomPosition;
import tingting.message.Standing;
import tingting.protocol.Caller;

/// The first frame that a client gets: who it is, and where it stands.
record Ready(
        UUID userId,
        UUID sessionId,
        String epoch,
        long userRev,
        long heartbeatSeconds,
        Instant serverTime,
        List<Room> rooms) {

    record Room(UUID roomId, long rev, long lastSeq, long readSeq, long unread, boolean mentioned) {
        static Room of(RoomPosition at) {
            return new Room(at.roomId(), at.rev(), at.lastSeq(), at.readSeq(), at.unread(), at.mentioned());
        }
    }

    static Payload payload(Caller caller, Standing standing, String epoch, Duration heartbeat, Instant now) {
        List<Room> rooms = standing.rooms().stream()
                .filter(room -> !room.hidden())
                .map(Room::of)
                .toList();
        Ready ready = new Ready(
                caller.userId(), caller.sessionId(), epoch, standing.userRev(), heartbeat.toSeconds(), now, rooms);
        return Answers.frame(null, "ready", ready);
    }
}
