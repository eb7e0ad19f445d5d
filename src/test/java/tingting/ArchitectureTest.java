package tingting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;

/// The house of docs/architecture.md: which room may know which.
@Tag("no-database")
@AnalyzeClasses(packages = "tingting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "tingting.account..",
        "tingting.factor..",
        "tingting.passkey..",
        "tingting.session..",
        "tingting.friend..",
        "tingting.room..",
        "tingting.message..",
        "tingting.presence..",
        "tingting.call..",
        "tingting.media..",
        "tingting.notice..",
        "tingting.sticker..",
        "tingting.moderation..",
        "tingting.personal.."
    };
    private static final String[] GROUND = {"tingting.protocol", "tingting.config", "tingting.limits"};
    /// They hold SQL and are no stores: the list may only get shorter.
    private static final String NOT_YET_IN_STORES = ".*\\.(UserSearch|RoomPositions|Marks|ChangeHistory|OpenDirect)";
    private static final String JDBI = "org.jdbi..";

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("tingting.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_knows_the_composition_root = noClasses()
            .that()
            .resideOutsideOfPackage("tingting")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tingting");

    @ArchTest
    static final ArchRule what_travels_knows_nothing_of_ours = only("tingting.protocol", "tingting.protocol");

    @ArchTest
    static final ArchRule settings_know_nothing_else_of_ours =
            only("tingting.config", "tingting.config", "tingting.protocol");

    @ArchTest
    static final ArchRule limits_know_only_problems = only("tingting.limits", "tingting.limits", "tingting.protocol");

    @ArchTest
    static final ArchRule the_database_knows_no_domain =
            only("tingting.database..", with(GROUND, "tingting.database.."));

    @ArchTest
    static final ArchRule the_bus_knows_no_domain = only("tingting.cluster..", with(GROUND, "tingting.cluster.."));

    @ArchTest
    static final ArchRule lanes_know_no_domain = only("tingting.live..", with(GROUND, "tingting.live.."));

    @ArchTest
    static final ArchRule web_plumbing_knows_no_domain = only("tingting.web..", with(GROUND, "tingting.web.."));

    @ArchTest
    static final ArchRule the_domain_knows_no_transport = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tingting.web..", "tingting.gateway..", "io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule nobody_knows_the_benchmark = noClasses()
            .that()
            .resideOutsideOfPackages("tingting", "tingting.bench")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tingting.bench");

    /// It makes people and rooms as the domain does, and its floor stands on the same lanes; what it measures it meets
    /// through the door.
    @ArchTest
    static final ArchRule the_benchmark_knows_no_gateway = only(
            "tingting.bench",
            "tingting.bench",
            "tingting.protocol",
            "tingting.config",
            "tingting.limits",
            "tingting.database",
            "tingting.cluster",
            "tingting.live",
            "tingting.account",
            "tingting.factor",
            "tingting.session",
            "tingting.room",
            "tingting.message");

    @ArchTest
    static final ArchRule native_gateways_know_no_other = noClasses()
            .that()
            .resideInAnyPackage("tingting.gateway.rest..")
            .should()
            .dependOnClassesThat(otherGateways("tingting.gateway.rest"));

    @ArchTest
    static final ArchRule native_sockets_know_no_other_gateway = noClasses()
            .that()
            .resideInAnyPackage("tingting.gateway.socket..")
            .should()
            .dependOnClassesThat(otherGateways("tingting.gateway.socket"));

    @ArchTest
    static final ArchRule gateways_write_no_sql = noClasses()
            .that()
            .resideInAPackage("tingting.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JDBI, "java.sql..", "tingting.database..");

    @ArchTest
    static final ArchRule only_stores_speak_to_the_database = noClasses()
            .that()
            .resideOutsideOfPackage("tingting.database..")
            .and()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .haveNameNotMatching(NOT_YET_IN_STORES)
            .should()
            .dependOnClassesThat(jdbiBeyondTheHandle());

    @ArchTest
    static final ArchRule time_is_passed_in = noClasses()
            .that()
            .resideOutsideOfPackage("tingting")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule names_say_what_is_inside = classes()
            .should()
            .haveNameNotMatching("(?i).*(util|utils|helper|manager|service|impl|dto|common)(\\$.*)?")
            .andShould()
            .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..", "..service..", "..impl..");

    private static ArchRule only(String room, String... known) {
        return noClasses().that().resideInAPackage(room).should().dependOnClassesThat(oursOutside(known));
    }

    private static String[] with(String[] some, String one) {
        String[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one;
        return all;
    }

    private static DescribedPredicate<JavaClass> oursOutside(String... known) {
        return JavaClass.Predicates.resideInAPackage("tingting..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(known)))
                .as("are ours and outside of " + String.join(", ", known));
    }

    private static DescribedPredicate<JavaClass> otherGateways(String own) {
        return JavaClass.Predicates.resideInAPackage("tingting.gateway..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(own + "..")))
                .as("belong to another gateway");
    }

    private static DescribedPredicate<JavaClass> jdbiBeyondTheHandle() {
        return JavaClass.Predicates.resideInAPackage(JDBI)
                .and(DescribedPredicate.not(JavaClass.Predicates.type(Handle.class)))
                .as("are Jdbi's, except the handle");
    }
}
