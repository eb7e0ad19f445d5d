package tingting.cluster;

import tingting.protocol.Event;

/// Carries events to every node, this one included. Events of one room published by one thread arrive in that order.
public interface Bus extends AutoCloseable {
    /// Hands the event over and returns; never blocks, safe from any thread.
    void publish(Event event);

    /// Who receives events on this node. Set once, before the first event.
    void subscribe(Subscriber subscriber);

    /// Called on the publisher's or the bus's own thread: it must not block.
    @FunctionalInterface
    interface Subscriber {
        void receive(Event event);
    }

    @Override
    void close();
}
