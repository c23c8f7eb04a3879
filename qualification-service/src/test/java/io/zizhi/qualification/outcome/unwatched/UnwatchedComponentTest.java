package io.zizhi.qualification.outcome.unwatched;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.SqlStatements;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.testing.Copies;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything here was approved before there were timers: they are removed, and the migration's own statements list it. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class UnwatchedComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MIGRATION = "/db/migration/V20261126_1700__expiry_unwatched.sql";
    private static final int DAYS_LEFT = 20;
    private static final int MANY = WatchListed.BATCH + 100;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    WatchLoop loop;

    private Filer agency;
    private Letters letters;
    private LocalDate lastDay;

    @BeforeEach
    void start() {
        agency = Filer.ofAgency();
        letters = new Letters(agency);
        Peers.reset();
        breakers.resetAll();
        lastDay = LocalDate.now(Period.ZONE).plusDays(DAYS_LEFT);
    }

    @Test
    void each_is_reminded_from_where_it_stands_and_of_nothing_that_passed_before() {
        long letter = letters.drafted(ending(lastDay));
        long qualification = approved(letter);
        unwatched(qualification, letter);

        list();
        // It is not on the list where its first reminder came before its timers were removed.
        sql("insert into expiry_unwatched values ('letter-expiry', " + letter + ") on conflict do nothing");
        // Where each stands is asked of the database: this pod's clock is behind the first reminder.
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(-60)), Clock.class);
        work();

        assertThat(kinds("qualification-expiry", qualification))
                .containsExactlyInAnyOrder(
                        "DAYS_30 " + lastDay, "DAYS_7 " + lastDay, "DAYS_1 " + lastDay, "EXPIRED " + lastDay);
        assertThat(kinds("letter-expiry", letter))
                .containsExactlyInAnyOrder(
                        "DAYS_30 " + lastDay, "DAYS_7 " + lastDay, "DAYS_1 " + lastDay, "EXPIRED " + lastDay);
        QualificationExpiring expiring =
                (QualificationExpiring) EventBus.await(EventType.QUALIFICATION_EXPIRING, Long.toString(qualification));
        assertThat(expiring.daysLeft()).isEqualTo(DAYS_LEFT);
        AuthorizationLetterExpiring ending =
                (AuthorizationLetterExpiring) EventBus.await(EventType.LETTER_EXPIRING, Long.toString(letter));
        assertThat(ending.daysLeft()).isEqualTo(DAYS_LEFT);
        assertThat(EventBus.all(EventType.QUALIFICATION_EXPIRING, Long.toString(qualification)))
                .hasSize(1);
    }

    @Test
    void a_letter_of_which_nothing_was_told_is_listed() {
        long letter = letters.drafted(Letters.good());
        unwatched(approved(letter, LocalDate.of(2040, 1, 1)), letter);

        list();
        work();

        assertThat(kinds("letter-expiry", letter)).isNotEmpty();
    }

    @Test
    void what_is_watched_is_not_listed_and_a_second_time_nothing_happens() {
        long letter = letters.drafted(ending(lastDay));
        long qualification = approved(letter);
        List<String> armed = kinds("qualification-expiry", qualification);
        list();
        assertThat(count("expiry_unwatched where owner_id in (" + qualification + "," + letter + ")"))
                .isZero();

        sql("insert into expiry_unwatched values ('qualification-expiry', " + qualification + ")");
        work();

        assertThat(kinds("qualification-expiry", qualification)).containsExactlyInAnyOrderElementsOf(armed);
        assertThat(count("expiry_unwatched where owner_id = " + qualification)).isZero();
    }

    @Test
    void what_was_deleted_since_it_was_listed_is_not_watched() {
        long letter = letters.drafted(ending(lastDay));
        long qualification = approved(letter);
        unwatched(qualification, letter);
        list();
        sql("update qualification set deleted_at = now() where id = " + qualification);
        sql("update authorization_letter set deleted_at = now() where id = " + letter);

        work();

        assertThat(kinds("qualification-expiry", qualification)).isEmpty();
        assertThat(kinds("letter-expiry", letter)).isEmpty();
    }

    @Test
    void very_many_are_worked_off_in_batches_and_whoever_stops_goes_on_where_the_list_stands() {
        long qualification = approved(letters.drafted(Letters.good()), LocalDate.of(2040, 1, 1));
        List<Long> many = Copies.ofQualification(qualification, MANY, "DAYS_90 2041-01-01");
        await().atMost(PATIENCE).until(() -> count("timer where state = 'ARMED' and " + among(many)) == 0);
        sql("delete from timer where " + among(many));
        try (SqlStatements statements = SqlStatements.collect()) {
            sql("insert into expiry_unwatched select 'qualification-expiry', unnest(array" + many + ")");

            assertThat(Reactive.run(loop::round)).isTrue();
            assertThat(count("expiry_unwatched where " + among(many))).isEqualTo(MANY - WatchListed.BATCH);
            assertThat(statements.naming("into expiry_watch", "into timer", "from revision"))
                    .as("one of each for all of a batch")
                    .hasSize(3);
        }

        work();

        assertThat(count("expiry_unwatched where " + among(many))).isZero();
        assertThat(count("(select distinct owner_id from timer where " + among(many) + ") watched"))
                .isEqualTo(MANY);
    }

    private static String among(List<Long> ids) {
        return "owner_id = any(array" + ids + ")";
    }

    private Map<String, Object> ending(LocalDate day) {
        Map<String, Object> letter = Letters.good();
        letter.put("validTo", day.toString());
        return letter;
    }

    /** A qualification of which the certificate ends with the letter. */
    private long approved(long letter) {
        return approved(letter, lastDay);
    }

    private long approved(long letter, LocalDate certificateEnds) {
        Map<String, Object> form = letters.thirdParty(letter);
        Forms.part(Forms.part(form, "company"), "certificate").put("validTo", certificateEnds.toString());
        Forms.part(form, "legalPerson").put("validTo", "2099-12-31");
        Forms.part(form, "administrator").put("validTo", "2099-12-31");
        long qualification = agency.draft(form);
        long workOrder = agency.submit(qualification)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
        Desk.tell(Desk.approved(workOrder, qualification));
        await().atMost(PATIENCE).until(() -> agency.status(qualification).equals("APPROVED"));
        await().atMost(PATIENCE).until(() -> letters.status(letter).equals("APPROVED"));
        return qualification;
    }

    private static void unwatched(long qualification, long letter) {
        sql("delete from timer where owner_id in (" + qualification + "," + letter + ")");
        sql("delete from expiry_watch where qualification_id = " + qualification);
    }

    /** What the migration does once. */
    private static void list() {
        Arrays.stream(migration().replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .filter(statement -> statement.startsWith("insert"))
                .forEach(UnwatchedComponentTest::sql);
    }

    private static String migration() {
        try (InputStream file =
                Objects.requireNonNull(UnwatchedComponentTest.class.getResourceAsStream(MIGRATION), MIGRATION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Until nothing is left; what somebody else has locked at that moment comes in a later round. */
    private void work() {
        await().atMost(PATIENCE).until(() -> {
            Reactive.run(loop::round);
            return count("expiry_unwatched") == 0;
        });
    }

    private static List<String> kinds(String owner, long id) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind from timer where owner_type = '" + owner + "' and owner_id = " + id,
                                String.class)
                        .getResultList()));
    }

    private static long count(String rows) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("select count(*) from " + rows, Long.class)
                        .getSingleResult()));
    }

    private static void sql(String statement) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate()));
    }
}
