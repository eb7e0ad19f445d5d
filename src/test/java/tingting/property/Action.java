package tingting.property;

/// One thing that somebody does. Rooms, people and messages are named by numbers that a [Performance] resolves to what
/// is there by then, so that an action means something also when those before it are left out.
sealed interface Action {
    /// @param reply the message that it answers, negative for none
    /// @param mention the person it mentions, negative for none
    record Send(int room, int reply, int mention) implements Action {}

    /// The same request once more, as after a lost answer.
    record SendAgain(int message) implements Action {}

    record Edit(int message) implements Action {}

    record Recall(int message) implements Action {}

    record React(int message, int emoji, boolean remove) implements Action {}

    record Pin(int message, boolean on) implements Action {}

    /// Reads up to the newest message but so many.
    record Read(int room, int but) implements Action {}

    record Deliver(int room) implements Action {}

    /// @param keeper whether the room's owner does it, who may do everything
    record Add(int room, int person, boolean keeper) implements Action {}

    record Kick(int room, int person, boolean keeper) implements Action {}

    record Leave(int room) implements Action {}

    record ChangeRole(int room, int person, boolean admin) implements Action {}

    record Rename(int room, int name) implements Action {}

    record ShowHistory(int room, boolean all) implements Action {}

    /// Messages disappear from now on, or do not any more.
    record Disappear(int room, boolean on) implements Action {}

    /// The keeper makes somebody owner beside them.
    record HandOver(int room, int person) implements Action {}

    /// The keeper leaves: whoever follows is owner.
    record KeeperLeaves(int room) implements Action {}

    /// @param once whether it lets only one in
    record Invite(int room, boolean once, boolean keeper) implements Action {}

    record RevokeInvite(int invite) implements Action {}

    record FollowInvite(int invite) implements Action {}

    /// Whether who follows an invite only asks to join.
    record AskFirst(int room, boolean on) implements Action {}

    record AnswerRequest(int request, boolean accept) implements Action {}

    /// @param nothing whether what was begun is given up
    record SaveDraft(int room, boolean nothing) implements Action {}

    /// @param soon whether it is due within the story; else the ending brings its time forward
    record SendLater(int room, boolean soon) implements Action {}

    /// Gives up a message that waits for its time.
    record GiveUp(int scheduled) implements Action {}

    /// The device loses its connection without a word.
    record Disconnect() implements Action {}

    /// The device comes back and resumes from where it was.
    record Resume() implements Action {}

    /// The device comes back and knows nothing any more.
    record Restart() implements Action {}
}
