package tingting.cluster;

import tingting.protocol.Event;

/// The bus of a single node: an event reaches its subscriber on the publisher's thread.
public final class LocalBus implements Bus {
    private volatile Subscriber subscriber = event -> {};

    @Override
    public void publish(Event event) {
        subscriber.receive(event);
    }

    @Override
    public void subscribe(Subscriber subscriber) {
        this.subscriber = subscriber;
    }

    @Override
    public void close() {
        subscriber = event -> {};
    }
}
