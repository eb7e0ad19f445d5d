package tingting.gateway.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.account.Profiles;
import tingting.account.User;
import tingting.message.Receipts;
import tingting.protocol.Caller;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.room.Member;
import tingting.room.Role;
import tingting.room.Rooms;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Members of a room and their roles.
public final class MemberRoutes {
    private record MemberView(
            UUID userId,
            String role,
            Instant joinedAt,
            long readSeq,
            long deliveredSeq,
            @Nullable User user) {}

    private final Rooms rooms;
    private final Receipts receipts;
    private final Profiles profiles;

    public MemberRoutes(Rooms rooms, Receipts receipts, Profiles profiles) {
        this.rooms = rooms;
        this.receipts = receipts;
        this.profiles = profiles;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms/:room/members", this::list)
                .post("/api/v1/rooms/:room/members", this::add)
                .patch("/api/v1/rooms/:room/members/:user", this::changeRole)
                .delete("/api/v1/rooms/:room/members/:user", this::remove);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(views(request.caller(), request.id("room"))));
    }

    private Response add(Request request) {
        UUID roomId = request.id("room");
        int added = Answers.await(
                rooms.addMembers(request.caller(), roomId, request.body().ids("user_ids", Rooms.INVITED)));
        return Response.json(added > 0 ? 201 : 200, Page.all(views(request.caller(), roomId)));
    }

    private Response changeRole(Request request) {
        UUID roomId = request.id("room");
        UUID userId = request.id("user");
        Role role = Role.parse(request.body().string("role"))
                .orElseThrow(() -> Problem.invalidField("role", "must be owner, admin or member"));
        Answers.await(rooms.changeRole(request.caller(), roomId, userId, role));
        return Response.ok(views(request.caller(), roomId).stream()
                .filter(member -> member.userId.equals(userId))
                .findFirst()
                .orElseThrow(Problem::notFound));
    }

    private Response remove(Request request) {
        Answers.await(rooms.removeMember(request.caller(), request.id("room"), request.id("user")));
        return Response.noContent();
    }

    private List<MemberView> views(Caller caller, UUID roomId) {
        List<Member> members = receipts.seenBy(caller, roomId, rooms.members(caller, roomId));
        Map<UUID, User> users =
                profiles.users(caller, members.stream().map(Member::userId).toList());
        return members.stream()
                .map(member -> new MemberView(
                        member.userId(),
                        member.role().wire(),
                        member.joinedAt(),
                        member.readSeq(),
                        member.deliveredSeq(),
                        users.get(member.userId())))
                .toList();
    }
}
