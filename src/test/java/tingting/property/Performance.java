package tingting.property;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tingting.testing.Together;

/// One story played by a team on the real server.
final class Performance {
    private final Story story;
    private final Consumer<Action> succeeded;
    private final Scene scene;
    private final Acts acts;
    private final List<Device> devices = new ArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    private Performance(Team team, Story story, Consumer<Action> succeeded) {
        this.story = story;
        this.succeeded = succeeded;
        this.scene = Scene.of(team, story);
        this.acts = new Acts(scene);
        for (int i = 0; i < Story.DEVICES; i++) {
            devices.add(new Device(team.player(i), scene));
        }
    }

    /// Plays the story and checks its end.
    ///
    /// @param succeeded is told what worked
    /// @throws AssertionError with the story, and what came of each of its steps
    static void of(Team team, Story story, Consumer<Action> succeeded) {
        Performance performance = new Performance(team, story, succeeded);
        try {
            performance.play();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    e.getMessage() + "\n\n" + story + "\n\nWhat was done:\n" + String.join("\n", performance.log), e);
        } finally {
            performance.devices.forEach(Device::disconnect);
        }
    }

    private void play() {
        devices.forEach(Device::connect);
        if (story.atOnce()) {
            Together.run(IntStream.range(0, Story.DEVICES)
                    .mapToObj(device -> (Runnable) () -> story.of(device).forEach(this::take))
                    .toList());
        } else {
            story.steps().forEach(this::take);
        }
        devices.stream().filter(device -> !device.isConnected()).forEach(Device::connect);
        Ending ending = new Ending(scene, devices);
        ending.check();
        ending.readAll();
        ending.deleteGroups();
    }

    private void take(Story.Step step) {
        Device device = devices.get(step.device());
        device.check();
        String outcome = acts.take(device, step.action())
                .map(answer -> {
                    if (answer.succeeded()) {
                        succeeded.accept(step.action());
                    }
                    return answer.toString();
                })
                .orElse("nothing to do");
        log.add("device " + step.device() + ", " + device.person().name() + "'s: " + step.action() + " → " + outcome);
    }
}
