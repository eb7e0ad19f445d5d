package tingting.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tingting.notice.Notice.Code;
import tingting.notice.Notice.EmailChanged;
import tingting.notice.Notice.EmailCode;
import tingting.notice.Notice.EmailTaken;
import tingting.notice.Notice.PasswordChanged;
import tingting.notice.Notice.PasswordReset;
import tingting.notice.Notice.RecoveryCode;
import tingting.notice.Notice.SecondFactorOff;
import tingting.notice.Notice.SecondFactorOn;

@Tag("no-database")
class WordingTest {
    private static final Code CODE = new RecoveryCode("012345", Duration.ofMinutes(10));
    private static final List<Notice> ALL = List.of(
            CODE,
            new EmailCode("012345", Duration.ofMinutes(10)),
            new EmailTaken(),
            new EmailChanged(),
            new Notice.PasskeyAdded(),
            new Notice.PasskeyRemoved(),
            new PasswordReset(),
            new SecondFactorOn(),
            new SecondFactorOff(),
            new PasswordChanged(),
            new Notice.AccountDeactivated(),
            new Notice.ErasurePlanned(Duration.ofDays(14)),
            new Notice.AccountReopened(),
            new Notice.ExportReady());

    private final Wording wording = new Wording();

    @ParameterizedTest
    @EnumSource
    void every_notice_has_all_its_words(Language language) {
        for (Notice notice : ALL) {
            Letter letter = wording.letter("lan@example.org", language, notice);

            assertThat(List.of(letter.subject(), letter.text()))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "!", "null"));
            assertThat(letter.html())
                    .doesNotContainPattern("\\{\\w+}")
                    .contains("<html lang=\"" + language.tag() + "\">", letter.subject());
        }
        assertThat(wording.sms("+84912345678", language, CODE).text())
                .contains("012345", "10")
                .doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource
    void a_code_is_in_the_text_and_the_page_and_not_in_the_subject(Language language) {
        Letter letter = wording.letter("lan@example.org", language, CODE);

        assertThat(letter.text()).contains("012345");
        assertThat(letter.html()).contains("012345");
        assertThat(letter.subject()).doesNotContain("012345");
    }

    @Test
    void no_mail_holds_a_link() {
        for (Notice notice : ALL) {
            Letter letter = wording.letter("lan@example.org", Language.EN, notice);
            assertThat(letter.text() + letter.html()).doesNotContain("http:", "https:", "href");
        }
    }
}
