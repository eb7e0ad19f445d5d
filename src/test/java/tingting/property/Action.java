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

    /// The device loses its connection without a word.
    record Disconnect() implements Action {}

    /// The device comes back and resumes from where it was.
    record Resume() implements Action {}

    /// The device comes back and knows nothing any more.
    record Restart() implements Action {}
}
