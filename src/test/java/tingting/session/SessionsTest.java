package tingting.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static tingting.testing.TestPeople.ACCESS_LIFETIME;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.account.SignedIn;
import tingting.database.BatchQueue;
import tingting.database.Batcher;
import tingting.database.Database;
import tingting.database.Dialect;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent.SessionRevoked;
import tingting.testing.TestPeople;

class SessionsTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final TestPeople people = new TestPeople();
    private final Sessions sessions = people.sessions;
    private final SignedIn lan = people.signUp("lan");
    private final Caller caller = lan.tokens().caller();

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void an_access_token_stands_for_its_person_and_session() {
        assertThat(sessions.authenticate(lan.tokens().accessToken()))
                .isEqualTo(new Caller(lan.user().user().userId(), caller.sessionId()));
    }

    @Test
    void an_access_token_is_good_on_every_node_and_after_a_restart() {
        assertThat(people.anotherNode().authenticate(lan.tokens().accessToken()))
                .isEqualTo(caller);
    }

    @Test
    void an_access_token_expires_with_its_lifetime() {
        people.clock.advance(ACCESS_LIFETIME.minusSeconds(1));
        assertThat(sessions.authenticate(lan.tokens().accessToken())).isEqualTo(caller);

        people.clock.advance(Duration.ofSeconds(1));
        refused(() -> sessions.authenticate(lan.tokens().accessToken()));
    }

    @Test
    void an_access_token_of_another_key_or_algorithm_is_refused() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(lan.tokens().accessToken()).getJWTClaimsSet();
        byte[] foreignKey = new byte[32];

        for (String token : List.of(
                signed(claims, JWSAlgorithm.HS256, foreignKey),
                signed(claims, JWSAlgorithm.HS512, people.key),
                new PlainJWT(claims).serialize(),
                "",
                "a.b.c",
                "x".repeat(100_000))) {
            refused(() -> sessions.authenticate(token));
        }
        assertThat(sessions.authenticate(signed(claims, JWSAlgorithm.HS256, people.key)))
                .as("the same claims under our own key and algorithm")
                .isEqualTo(caller);
    }

    @Test
    void an_access_token_without_expiry_or_of_another_person_s_session_is_refused() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(lan.tokens().accessToken()).getJWTClaimsSet();
        UUID other = people.caller("minh").userId();

        refused(() -> sessions.authenticate(ours(new JWTClaimsSet.Builder(claims).expirationTime(null))));
        refused(() -> sessions.authenticate(ours(new JWTClaimsSet.Builder(claims).subject(other.toString()))));
        refused(() -> sessions.authenticate(ours(new JWTClaimsSet.Builder(claims).subject("lan"))));
        refused(() -> sessions.authenticate(ours(new JWTClaimsSet.Builder(claims).claim("sid", null))));
    }

    @Test
    void a_refresh_token_buys_a_new_pair_for_the_same_session() {
        people.clock.advance(ACCESS_LIFETIME);
        Tokens renewed = sessions.refresh(lan.tokens().refreshToken());

        assertThat(renewed.caller()).isEqualTo(caller);
        assertThat(renewed.refreshToken()).isNotEqualTo(lan.tokens().refreshToken());
        assertThat(sessions.authenticate(renewed.accessToken())).isEqualTo(caller);
        assertThat(sessions.refresh(renewed.refreshToken()).caller()).isEqualTo(caller);
    }

    @Test
    void a_refresh_token_that_comes_back_ends_the_whole_session() {
        Tokens renewed = sessions.refresh(lan.tokens().refreshToken());
        SignedIn otherDevice = people.signIn("lan");

        refused(() -> sessions.refresh(lan.tokens().refreshToken()));

        refused(() -> sessions.refresh(renewed.refreshToken()));
        refused(() -> sessions.authenticate(renewed.accessToken()));
        assertThat(people.told(caller)).containsExactly(new SessionRevoked(caller.sessionId()));
        assertThat(sessions.authenticate(otherDevice.tokens().accessToken()))
                .as("the person's other device")
                .isEqualTo(otherDevice.tokens().caller());
    }

    @Test
    void of_simultaneous_uses_of_a_refresh_token_one_wins_and_the_session_ends() throws Exception {
        int devices = 8;
        List<String> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.<Callable<String>>nCopies(devices, this::refreshOnce)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(answers).filteredOn("renewed"::equals).hasSize(1);
        assertThat(answers).filteredOn("unauthenticated"::equals).hasSize(devices - 1);
        refused(() -> sessions.authenticate(lan.tokens().accessToken()));
        assertThat(people.told(caller)).containsExactly(new SessionRevoked(caller.sessionId()));
    }

    private String refreshOnce() {
        try {
            sessions.refresh(lan.tokens().refreshToken());
            return "renewed";
        } catch (Problem refusal) {
            return refusal.code().wire();
        }
    }

    @Test
    void a_session_lasts_a_month_beyond_its_last_renewal() {
        people.clock.advance(MONTH.minusSeconds(1));
        Tokens renewed = sessions.refresh(lan.tokens().refreshToken());
        people.clock.advance(MONTH.minusSeconds(1));
        Tokens again = sessions.refresh(renewed.refreshToken());
        people.clock.advance(MONTH);

        refused(() -> sessions.refresh(again.refreshToken()));
        assertThat(sessions.list(caller)).isEmpty();
    }

    @Test
    void no_token_is_stored_as_it_is() {
        List<byte[]> stored =
                people.database.read(handle -> handle.createQuery("SELECT token_hash FROM tb_refresh_tokens")
                        .mapTo(byte[].class)
                        .list());

        assertThat(stored).containsExactly(RefreshTokens.hash(lan.tokens().refreshToken()));
        assertThat(stored.getFirst()).hasSize(32);
    }

    @Test
    void expired_refresh_tokens_are_forgotten_and_used_ones_are_not() {
        Tokens tokens = lan.tokens();
        for (int renewal = 0; renewal < 4; renewal++) {
            people.clock.advance(MONTH.dividedBy(2));
            tokens = sessions.refresh(tokens.refreshToken());
        }
        long kept = people.database.read(handle -> handle.createQuery("SELECT count(*) FROM tb_refresh_tokens")
                .mapTo(Long.class)
                .one());
        assertThat(kept).as("now, half a month ago, a month ago").isEqualTo(3);
    }

    @Test
    void logging_out_voids_the_tokens_at_once_and_closes_the_sockets() {
        sessions.authenticate(lan.tokens().accessToken());
        SignedIn otherDevice = people.signIn("lan");

        sessions.logout(caller);

        refused(() -> sessions.authenticate(lan.tokens().accessToken()));
        refused(() -> sessions.refresh(lan.tokens().refreshToken()));
        assertThat(people.told(caller)).containsExactly(new SessionRevoked(caller.sessionId()));
        assertThat(sessions.authenticate(otherDevice.tokens().accessToken()))
                .isEqualTo(otherDevice.tokens().caller());
    }

    @Test
    void a_session_that_ended_on_another_node_is_refused_as_soon_as_the_bus_tells() {
        Sessions other = people.anotherNode();
        other.authenticate(lan.tokens().accessToken());
        people.bus.subscribe(other::receive);

        sessions.logout(caller);

        refused(() -> other.authenticate(lan.tokens().accessToken()));
    }

    @Test
    void a_session_that_ends_while_it_is_looked_up_stays_ended() {
        var living = new AtomicReference<LivingSessions>();
        living.set(new LivingSessions(
                new SlowDatabase(people.database, () -> living.get().end(caller.sessionId())),
                new SessionStore(),
                people.clock));

        assertThat(living.get().lives(caller)).isFalse();
        assertThat(living.get().lives(caller)).isFalse();
    }

    /// A database during whose reads something else happens.
    private record SlowDatabase(Database real, Runnable meanwhile) implements Database {
        @Override
        public <T> T read(Work<T> work) {
            T answer = real.read(work);
            meanwhile.run();
            return answer;
        }

        @Override
        public <T> T write(Work<T> work) {
            return real.write(work);
        }

        @Override
        public <E> BatchQueue<E> batches(Batcher<E> batcher) {
            return real.batches(batcher);
        }

        @Override
        public Dialect dialect() {
            return real.dialect();
        }

        @Override
        public long bytes() {
            return real.bytes();
        }

        @Override
        public String epoch() {
            return real.epoch();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @Test
    void one_sees_and_ends_one_s_own_sessions_and_nobody_else_s() {
        people.clock.advance(Duration.ofMinutes(1));
        Caller phone = people.signIn("lan").tokens().caller();
        Caller stranger = people.caller("minh");

        assertThat(sessions.list(caller))
                .extracting(Session::sessionId, Session::current, Session::userAgent, Session::address)
                .containsExactly(
                        tuple(phone.sessionId(), false, "a test", "127.0.0.1"),
                        tuple(caller.sessionId(), true, "a test", "127.0.0.1"));
        notFound(() -> sessions.revoke(stranger, phone.sessionId()));
        notFound(() -> sessions.revoke(caller, people.ids.next()));

        sessions.revoke(caller, phone.sessionId());

        notFound(() -> sessions.revoke(caller, phone.sessionId()));
        assertThat(sessions.list(caller)).extracting(Session::sessionId).containsExactly(caller.sessionId());
        assertThat(people.told(phone)).containsExactly(new SessionRevoked(phone.sessionId()));
    }

    @Test
    void every_change_of_one_s_sessions_raises_the_user_rev() {
        long before = people.userRev(caller);
        Caller phone = people.signIn("lan").tokens().caller();
        assertThat(people.userRev(caller)).isEqualTo(before + 1);
        sessions.logout(phone);
        assertThat(people.userRev(caller)).isEqualTo(before + 2);
    }

    private String ours(JWTClaimsSet.Builder claims) throws Exception {
        return signed(claims.build(), JWSAlgorithm.HS256, people.key);
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, byte[] key) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static void refused(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }

    private static void notFound(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
