package tingting.contract;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/// Reads the body of a request again, after it was sent.
final class SentBody implements Flow.Subscriber<ByteBuffer> {
    private final BodySubscriber<byte[]> reader = BodySubscribers.ofByteArray();

    private SentBody() {}

    static byte[] bytes(BodyPublisher publisher) {
        SentBody body = new SentBody();
        publisher.subscribe(body);
        return body.reader.getBody().toCompletableFuture().join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        reader.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        reader.onNext(List.of(bytes));
    }

    @Override
    public void onError(Throwable thrown) {
        reader.onError(thrown);
    }

    @Override
    public void onComplete() {
        reader.onComplete();
    }
}
