package tingting.property;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// What happens in one run: who does what with which device, one after the other or all at once.
///
/// @param direct whether one of the rooms is a direct one
/// @param atOnce whether every device does its steps without waiting for the others
/// @param asking whether who follows an invite only asks to join at first
record Story(long seed, boolean direct, boolean atOnce, boolean asking, List<Step> steps) {
    static final int DEVICES = 6;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 40;
    private static final int ANY = 1 << 20;

    record Step(int device, Action action) {}

    static Story of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean direct = random.nextInt(3) == 0;
        boolean atOnce = random.nextBoolean();
        boolean asking = random.nextBoolean();
        List<Step> steps = new ArrayList<>();
        int length = random.nextInt(SHORTEST, LONGEST + 1);
        for (int i = 0; i < length; i++) {
            steps.add(new Step(random.nextInt(DEVICES), action(random)));
        }
        return new Story(seed, direct, atOnce, asking, List.copyOf(steps));
    }

    /// The steps of one device, in order.
    List<Step> of(int device) {
        return steps.stream().filter(step -> step.device == device).toList();
    }

    /// @param any which room or message
    /// @param other which person, emoji or name
    /// @param coin fair
    /// @param seldom true once in four times
    private record Draw(int any, int other, boolean coin, boolean seldom) {
        int other(boolean given) {
            return given ? other : -1;
        }
    }

    private record Choice(int weight, Function<Draw, Action> action) {}

    private static final List<Choice> CHOICES = List.of(
            new Choice(24, draw -> new Action.Send(draw.any, draw.other(draw.coin), draw.other(draw.seldom))),
            new Choice(3, draw -> new Action.SendAgain(draw.any)),
            new Choice(9, draw -> new Action.Edit(draw.any)),
            new Choice(7, draw -> new Action.Recall(draw.any)),
            new Choice(10, draw -> new Action.React(draw.any, draw.other, draw.seldom)),
            new Choice(6, draw -> new Action.Pin(draw.any, !draw.seldom)),
            new Choice(8, draw -> new Action.Read(draw.any, draw.other % 4)),
            new Choice(2, draw -> new Action.Deliver(draw.any)),
            new Choice(5, draw -> new Action.Add(draw.any, draw.other, draw.coin)),
            new Choice(4, draw -> new Action.Kick(draw.any, draw.other, draw.coin)),
            new Choice(3, draw -> new Action.Leave(draw.any)),
            new Choice(2, draw -> new Action.ChangeRole(draw.any, draw.other, draw.coin)),
            new Choice(2, draw -> new Action.Rename(draw.any, draw.other)),
            new Choice(2, draw -> new Action.ShowHistory(draw.any, draw.coin)),
            new Choice(1, draw -> new Action.Disappear(draw.any, draw.coin)),
            new Choice(1, draw -> new Action.HandOver(draw.any, draw.other)),
            new Choice(1, draw -> new Action.KeeperLeaves(draw.any)),
            new Choice(3, draw -> new Action.Invite(draw.any, draw.coin, !draw.seldom)),
            new Choice(1, draw -> new Action.RevokeInvite(draw.any)),
            new Choice(7, draw -> new Action.FollowInvite(draw.any)),
            new Choice(2, draw -> new Action.AskFirst(draw.any, draw.coin)),
            new Choice(5, draw -> new Action.AnswerRequest(draw.any, !draw.seldom)),
            new Choice(6, draw -> new Action.SaveDraft(draw.any, draw.seldom)),
            new Choice(4, draw -> new Action.SendLater(draw.any, draw.coin)),
            new Choice(2, draw -> new Action.GiveUp(draw.any)),
            new Choice(5, draw -> new Action.Disconnect()),
            new Choice(6, draw -> new Action.Resume()),
            new Choice(2, draw -> new Action.Restart()));

    private static Action action(SplittableRandom random) {
        Draw draw = new Draw(random.nextInt(ANY), random.nextInt(ANY), random.nextBoolean(), random.nextInt(4) == 0);
        int left = random.nextInt(CHOICES.stream().mapToInt(Choice::weight).sum());
        for (Choice choice : CHOICES) {
            left -= choice.weight;
            if (left < 0) {
                return choice.action.apply(draw);
            }
        }
        throw new AssertionError("the weights sum up to more than their sum");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + (direct ? ", with a direct room" : "")
                + (atOnce ? ", all devices at once" : ", one step after the other")
                + (asking ? ", with requests to join" : ""));
        steps.forEach(step ->
                text.append("\n  device ").append(step.device).append(": ").append(step.action));
        return text.toString();
    }
}
