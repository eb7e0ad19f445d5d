package tingting.message;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.media.KeptFile;
import tingting.media.SharedFiles;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.room.Batch;
import tingting.room.Change;
import tingting.room.MemberState;
import tingting.room.Pair;
import tingting.room.Role;
import tingting.room.RoomState;

/// Puts a message into its room.
///
/// @param messageId for it, unless it turns out to be a duplicate
/// @param digest of the draft, made before the writer's thread gets it
/// @param reads whether its sender has read what came before it: not when it was written long ago
record SendMessage(UUID messageId, Caller caller, Draft draft, byte[] digest, boolean reads)
        implements Change<SendReceipt> {
    /// What the message is made of.
    ///
    /// @param files all of this server's that it names
    /// @param writtenBy who wrote it first, when it is passed on
    private record Substance(
            String kind,
            @Nullable String content,
            List<Message.Attachment> attachments,
            @Nullable String fileUrl,
            List<KeptFile> files,
            @Nullable UUID writtenBy) {}

    @Override
    public UUID roomId() {
        return draft.roomId();
    }

    @Override
    public void announce(Batch batch) {
        batch.announce(roomId(), caller.userId());
        draft.mentions().forEach(userId -> batch.announce(roomId(), userId));
        NewMessages.of(batch).announce(this);
        if (!draft.files().isEmpty()) {
            SharedFiles.of(batch).announce(draft.files());
        }
        if (draft.replyTo() != null) {
            KnownMessages.of(batch).announce(draft.replyTo());
        }
        if (draft.forwardOf() != null) {
            KnownMessages.of(batch).announce(draft.forwardOf());
        }
    }

    @Override
    public SendReceipt decide(Batch batch) throws SQLException {
        NewMessages messages = NewMessages.of(batch);
        Optional<SendReceipt> before = messages.duplicate(this);
        if (before.isPresent()) {
            return before.get();
        }
        MemberState member = batch.require(roomId(), caller.userId());
        RoomState room = batch.room(roomId()).orElseThrow();
        checkAllowed(batch, room, member);
        Message answered = answered(batch, member);
        Substance substance = substance(batch);

        long seq = room.nextSeq();
        long rev = room.nextRev();
        bringBack(batch, room);
        if (reads) {
            member.sent(seq, batch.now());
        } else {
            member.sentLater(batch.now());
        }
        List<UUID> mentions = Mentions.reaching(batch, caller.userId(), draft.mentions());
        mention(batch, mentions, seq);
        SendReceipt receipt = new SendReceipt(messageId, room.id(), seq, rev, batch.now(), false);
        Message message = new Message(
                messageId,
                room.id(),
                seq,
                caller.userId(),
                substance.kind,
                substance.content,
                substance.attachments,
                substance.fileUrl,
                answered == null ? null : MessageRow.excerpt(answered),
                mentions,
                draft.mentionAll(),
                substance.writtenBy,
                List.of(),
                draft.clientMsgId(),
                batch.now(),
                null,
                null,
                expiry(batch, room),
                false);
        messages.add(this, receipt, message);
        if (!substance.files.isEmpty()) {
            SharedFiles.of(batch).share(messageId, substance.files);
        }
        RoomEvent event = new RoomEvent(room.id(), rev, new RoomEvent.NewMessage(message));
        batch.tell(answered == null ? event : event.showing(answered.seq()));
        return receipt;
    }

    private void checkAllowed(Batch batch, RoomState room, MemberState member) throws SQLException {
        Rules.requireWriter(batch, room, member);
        checkPace(batch, room, member);
        Rules.requireMembers(batch, room.id(), draft.mentions());
        if (draft.mentionAll()) {
            Rules.requireMentionAll(member);
        }
    }

    private @Nullable Message answered(Batch batch, MemberState member) throws SQLException {
        return draft.replyTo() == null ? null : KnownMessages.of(batch).require(roomId(), draft.replyTo(), member);
    }

    /// The draft's own words, or those of the message that is passed on: one that the sender can see now.
    private Substance substance(Batch batch) throws SQLException {
        if (draft.forwardOf() == null) {
            List<KeptFile> files = ownFiles(batch);
            List<Message.Attachment> attachments = files.stream()
                    .filter(file -> draft.attachments().contains(file.fileId()))
                    .map(KeptFile::attachment)
                    .toList();
            return new Substance(draft.kind().wire(), draft.content(), attachments, draft.fileUrl(), files, null);
        }
        KnownMessages known = KnownMessages.of(batch);
        UUID sourceRoomId =
                known.find(draft.forwardOf()).orElseThrow(Problem::notFound).roomId();
        MemberState reader = batch.member(sourceRoomId, caller.userId()).orElseThrow(Problem::notFound);
        Message source = known.require(sourceRoomId, draft.forwardOf(), reader);
        if (source.recalledAt() != null) {
            throw Problem.notFound();
        }
        return new Substance(
                source.kind(),
                source.content(),
                source.attachments(),
                source.fileUrl(),
                filesOf(batch, source),
                Objects.requireNonNullElse(source.forwardedFrom(), source.userId()));
    }

    private List<KeptFile> ownFiles(Batch batch) throws SQLException {
        return draft.files().isEmpty() ? List.of() : SharedFiles.of(batch).requireOwn(caller.userId(), draft.files());
    }

    /// Whose file it is does not matter: the sender sees the message.
    private static List<KeptFile> filesOf(Batch batch, Message source) throws SQLException {
        Set<UUID> files = new LinkedHashSet<>();
        source.attachments().forEach(attachment -> files.add(attachment.fileId()));
        if (source.fileUrl() != null) {
            KeptFile.named(source.fileUrl()).ifPresent(files::add);
        }
        return files.isEmpty() ? List.of() : SharedFiles.of(batch).require(files);
    }

    private void mention(Batch batch, List<UUID> mentions, long seq) {
        if (!mentions.isEmpty()) {
            Mentions.of(batch).add(roomId(), mentions, seq);
        }
        if (draft.mentionAll()) {
            Mentions.of(batch).addAll(roomId(), seq);
        }
    }

    private static void checkPace(Batch batch, RoomState room, MemberState member) {
        Duration pause = room.pace().slowMode();
        if (pause.isZero() || member.role().above(Role.MEMBER)) {
            return;
        }
        Duration wait = member.waitFor(pause, batch.now());
        if (wait.isPositive()) {
            throw Problem.rateLimited(wait);
        }
    }

    private static @Nullable Instant expiry(Batch batch, RoomState room) {
        Duration life = room.pace().life();
        return life == null ? null : batch.now().plus(life);
    }

    /// A direct room that somebody had left comes back with its next message, also with their own.
    private static void bringBack(Batch batch, RoomState room) throws SQLException {
        Pair pair = room.pair();
        if (pair != null) {
            batch.member(room.id(), pair.first()).ifPresent(batch::bringBack);
            batch.member(room.id(), pair.second()).ifPresent(batch::bringBack);
        }
    }
}
