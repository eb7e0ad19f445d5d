package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;

class PasswordsTest {
    private static final int WAITING = 32;

    private final HashingPool pool = new HashingPool(1);
    private final Passwords passwords = new Passwords(pool, new SecureRandom());
    private final PasswordPolicy policy = new PasswordPolicy();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_hash_says_how_it_was_made_and_matches_its_password_alone() {
        String hash = passwords.hash("thuyền giấy");

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.matches("thuyền giấy", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("thuyền giấy ", Optional.of(hash))).isFalse();
        assertThat(passwords.hash("thuyền giấy")).as("another salt").isNotEqualTo(hash);
    }

    @Test
    void a_hash_of_other_parameters_is_checked_with_its_own() {
        // written by the reference implementation's command line
        String foreign =
                "$argon2id$v=19$m=1024,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$vBN9fxjDOMVvj4O1lTP2XIChqMC5BahzVw6BcxRnr20";

        assertThat(passwords.matches("thuyền giấy", Optional.of(foreign))).isTrue();
    }

    @Test
    void keyboards_that_compose_and_those_that_do_not_write_the_same_password() {
        String hash = passwords.hash("thuyền giấy");

        assertThat(passwords.matches("thuye\u0302\u0300n\u00a0gia\u0302\u0301y", Optional.of(hash)))
                .isTrue();
    }

    @Test
    void nothing_of_a_long_password_is_cut_off() {
        String longest = "ế".repeat(256);
        String hash = passwords.hash(longest);

        assertThat(passwords.matches(longest, Optional.of(hash))).isTrue();
        assertThat(passwords.matches("ế".repeat(255) + "e", Optional.of(hash))).isFalse();
    }

    @Test
    void who_does_not_exist_has_no_password_and_costs_as_much() {
        assertThat(passwords.matches("thuyền giấy", Optional.empty())).isFalse();
        Optional<String> hash = Optional.of(passwords.hash("another one"));
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            known = Math.min(known, time(() -> passwords.matches("thuyền giấy", hash)));
            unknown = Math.min(unknown, time(() -> passwords.matches("thuyền giấy", Optional.empty())));
        }
        assertThat(unknown).as("nanoseconds, %d for a known one", known).isBetween(known / 4, known * 4);
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void when_too_many_wait_for_a_hash_the_next_is_told_to_come_back() {
        CountDownLatch end = new CountDownLatch(1);
        Callable<Boolean> hash = () -> {
            end.await();
            return true;
        };
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = Stream.generate(() -> crowd.submit(() -> pool.run(hash)))
                    .limit(1 + WAITING + 5)
                    .toList();
            await().until(() -> all.stream().filter(Future::isDone).count() == 5);
            assertThat(all)
                    .filteredOn(Future::isDone)
                    .allSatisfy(refused -> assertThat(refused.exceptionNow())
                            .isInstanceOfSatisfying(
                                    Problem.class,
                                    problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BUSY)));
            end.countDown();
        }
        assertThat(pool.run(() -> "free again")).isEqualTo("free again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345678", "PassWord", "matkhau123", "qwertyuiop", "ｐａｓｓｗｏｒｄ１２３", "mậtkhẩu123", "contraseña"})
    void the_commonest_passwords_are_refused(String password) {
        assertThatThrownBy(() -> policy.check("password", password)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "mật khẩ", "😀😀😀😀"})
    void a_password_of_under_eight_characters_is_refused(String password) {
        assertThatThrownBy(() -> policy.check("password", password)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mật khẩu", "пароль мой", "😀🐱🚀🌏😺🎈🎁🪁", "correct horse battery staple"})
    void eight_characters_of_any_script_will_do(String password) {
        assertThatCode(() -> policy.check("password", password)).doesNotThrowAnyException();
    }

    @Test
    void a_password_may_have_256_characters_and_no_more() {
        assertThatCode(() -> policy.check("password", "🚀".repeat(256))).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.check("password", "🚀".repeat(257))).isInstanceOf(Problem.class);
    }

    @Test
    void an_endless_password_costs_no_hash() {
        pool.close();

        assertThat(passwords.matches("x".repeat(10_000_000), Optional.of("no hash is looked at")))
                .isFalse();
        assertThatThrownBy(() -> policy.check("password", "x".repeat(10_000_000)))
                .isInstanceOf(Problem.class);
    }
}
