package tingting.room;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;
import tingting.testing.TestChat;

/// Links into rooms, and asking to join.
class InvitesTest {
    private final TestChat chat = new TestChat();
    private final Invites invites = new Invites(chat.database, chat.journal, chat.clock, chat.random);
    private final JoinRequests requests = new JoinRequests(chat.database, chat.journal);
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void who_follows_an_invite_becomes_a_member_by_their_own_hand() {
        UUID room = chat.group(an);
        Invite invite = invites.create(an, room, null, null);
        assertThat(invites.preview(binh, invite.code()).joined()).isFalse();

        assertThat(invites.join(binh, invite.code()).join()).isEqualTo(new Admission.Joined(room));

        assertThat(chat.inbox.get(binh, room).role()).isEqualTo("member");
        assertThat(invites.preview(binh, invite.code()).joined()).isTrue();
        assertThat(chat.told(binh)).contains(new UserEvent.RoomAdded(room));
        assertThat(chat.changes(room).getLast().body()).isInstanceOfSatisfying(RoomEvent.MemberJoined.class, joined -> {
            assertThat(joined.userId()).isEqualTo(binh.userId());
            assertThat(joined.byUserId()).isEqualTo(binh.userId());
        });
    }

    @Test
    void fifty_people_at_once_on_an_invite_for_one_let_in_one() {
        UUID room = chat.group(an);
        Invite invite = invites.create(an, room, 1, null);
        Invites elsewhere = new Invites(chat.database, chat.anotherNodesJournal(), chat.clock, chat.random);
        List<Caller> guests = IntStream.range(0, 50)
                .mapToObj(i -> chat.people.add("guest" + i))
                .toList();
        List<CompletableFuture<Admission>> answers = new ArrayList<>();
        for (Caller guest : guests) {
            Invites node = answers.size() % 2 == 0 ? invites : elsewhere;
            answers.add(node.join(guest, invite.code()));
        }

        answers.forEach(answer -> answer.handle((admission, why) -> admission).join());
        assertThat(answers)
                .filteredOn(answer -> !answer.isCompletedExceptionally())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.NOT_FOUND));
        assertThat(chat.rooms.members(an, room)).hasSize(2);
    }

    @Test
    void who_is_a_member_already_uses_nothing_up_even_of_an_invite_that_is_spent() {
        UUID room = chat.group(an);
        Invite invite = invites.create(an, room, 1, null);
        invites.join(an, invite.code()).join();
        invites.join(binh, invite.code()).join();

        assertThat(invites.join(binh, invite.code()).join()).isEqualTo(new Admission.Joined(room));
        assertThat(chat.rooms.members(an, room)).hasSize(2);
        assertNotFound(chi, invite);
    }

    @Test
    void an_invite_ends_with_its_time_its_revocation_and_its_room() {
        UUID room = chat.group(an);
        Invite hour = invites.create(an, room, null, Duration.ofHours(1));
        Invite revoked = invites.create(an, room, null, null);
        Invite last = invites.create(an, room, null, null);

        invites.revoke(an, room, revoked.code());
        assertNotFound(binh, revoked);
        assertThat(invites.list(an, room)).extracting(Invite::code).containsExactlyInAnyOrder(hour.code(), last.code());

        chat.clock.advance(Duration.ofHours(1));
        assertNotFound(binh, hour);
        assertThat(invites.list(an, room)).extracting(Invite::code).containsExactly(last.code());

        chat.rooms.delete(an, room).join();
        assertNotFound(binh, last);
    }

    @Test
    void an_unknown_code_is_not_found() {
        assertRefused(() -> invites.preview(an, "nothing"), ErrorCode.NOT_FOUND);
        assertRefused(() -> invites.join(an, "nothing").join(), ErrorCode.NOT_FOUND);
    }

    @Test
    void only_owners_and_admins_of_groups_and_channels_invite_by_link() {
        UUID room = chat.group(an, binh);
        UUID direct = chat.direct(an, binh);
        Invite invite = invites.create(an, room, null, null);

        assertRefused(() -> invites.create(binh, room, null, null), ErrorCode.FORBIDDEN);
        assertRefused(() -> invites.list(binh, room), ErrorCode.FORBIDDEN);
        assertRefused(() -> invites.revoke(binh, room, invite.code()), ErrorCode.FORBIDDEN);
        assertRefused(() -> invites.create(chi, room, null, null), ErrorCode.NOT_FOUND);
        assertRefused(() -> invites.create(an, direct, null, null), ErrorCode.FORBIDDEN);
        assertRefused(() -> invites.revoke(an, room, "nothing"), ErrorCode.NOT_FOUND);

        UUID channel = chat.room(RoomKind.CHANNEL, an);
        invites.join(chi, invites.create(an, channel, null, null).code()).join();
        assertThat(chat.inbox.get(chi, channel).role()).isEqualTo("member");
    }

    @Test
    void an_invite_of_somebody_with_whom_there_is_a_block_is_not_found() {
        UUID room = chat.group(an);
        Invite invite = invites.create(an, room, null, null);
        chat.people.block(an, binh);
        chat.people.block(chi, an);

        assertNotFound(binh, invite);
        assertNotFound(chi, invite);
    }

    @Test
    void where_an_admin_has_to_accept_an_invite_only_asks() {
        UUID room = askingGroup();
        chat.rooms.changeRole(an, room, chi.userId(), Role.ADMIN).join();
        Invite invite = invites.create(an, room, 1, null);

        assertThat(invites.join(binh, invite.code()).join()).isEqualTo(new Admission.Requested(room));

        assertThat(invites.preview(binh, invite.code()).requested()).isTrue();
        assertThat(requests.list(chi, room)).extracting(JoinRequest::userId).containsExactly(binh.userId());
        assertThat(chat.told(an)).contains(new UserEvent.JoinRequest(room, binh.userId()));
        assertThat(chat.told(chi)).contains(new UserEvent.JoinRequest(room, binh.userId()));
        assertRefused(() -> chat.inbox.get(binh, room), ErrorCode.NOT_FOUND);

        requests.accept(chi, room, binh.userId()).join();
        assertThat(chat.inbox.get(binh, room).role()).isEqualTo("member");
        assertThat(requests.list(an, room)).isEmpty();
        assertRefused(requests.accept(chi, room, binh.userId()), ErrorCode.NOT_FOUND);
    }

    @Test
    void asking_is_one_use_however_often_one_asks() {
        UUID room = askingGroup();
        Invite invite = invites.create(an, room, 2, null);
        Caller dung = chat.people.add("dung");
        invites.join(binh, invite.code()).join();
        invites.join(binh, invite.code()).join();
        invites.join(dung, invite.code()).join();

        assertNotFound(chat.people.add("em"), invite);
        assertThat(chat.told(an).stream().filter(UserEvent.JoinRequest.class::isInstance))
                .hasSize(2);
        requests.accept(an, room, dung.userId()).join();
        assertThat(chat.inbox.get(dung, room).role()).isEqualTo("member");
    }

    @Test
    void who_is_declined_is_no_member_and_may_ask_again() {
        UUID room = askingGroup();
        Invite invite = invites.create(an, room, null, null);
        invites.join(binh, invite.code()).join();

        requests.decline(an, room, binh.userId());
        assertRefused(() -> requests.decline(an, room, binh.userId()), ErrorCode.NOT_FOUND);
        assertRefused(() -> chat.inbox.get(binh, room), ErrorCode.NOT_FOUND);

        assertThat(invites.join(binh, invite.code()).join()).isEqualTo(new Admission.Requested(room));
    }

    @Test
    void requests_are_for_owners_and_admins_to_see_and_answer() {
        UUID room = askingGroup();
        invites.join(binh, invites.create(an, room, null, null).code()).join();

        assertRefused(() -> requests.list(chi, room), ErrorCode.FORBIDDEN);
        assertRefused(requests.accept(chi, room, binh.userId()), ErrorCode.FORBIDDEN);
        assertRefused(() -> requests.decline(chi, room, binh.userId()), ErrorCode.FORBIDDEN);
        assertRefused(requests.accept(binh, room, binh.userId()), ErrorCode.NOT_FOUND);
        assertRefused(() -> requests.list(binh, room), ErrorCode.NOT_FOUND);
    }

    @Test
    void who_is_added_while_they_wait_asks_no_more() {
        UUID room = askingGroup();
        invites.join(binh, invites.create(an, room, null, null).code()).join();
        chat.rooms.addMembers(an, room, Set.of(binh.userId())).join();

        assertThat(requests.list(an, room)).isEmpty();
    }

    /// A group of an's with chi, which one joins only when an admin accepts.
    private UUID askingGroup() {
        UUID room = chat.group(an, chi);
        chat.rooms
                .update(an, room, new RoomPatch(null, null, null, null, null, null, true))
                .join();
        return room;
    }

    private void assertNotFound(Caller caller, Invite invite) {
        assertRefused(() -> invites.preview(caller, invite.code()), ErrorCode.NOT_FOUND);
        assertThat(TestChat.refusal(() -> invites.join(caller, invite.code()).join()))
                .extracting(Problem::code)
                .isEqualTo(ErrorCode.NOT_FOUND);
    }
}
