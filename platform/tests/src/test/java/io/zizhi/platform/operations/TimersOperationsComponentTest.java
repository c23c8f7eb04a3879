package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.audited;
import static io.zizhi.platform.operations.OperatorApi.get;
import static io.zizhi.platform.operations.OperatorApi.post;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.Tally;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.sample.TallyTimers;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.timers.Timers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TimersOperationsComponentTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Timers timers;

    @Inject
    TallyRepository tallies;

    @Test
    void lists_timers_of_one_owner_with_their_state() {
        long id = Samples.newId();
        arm(id, "LATER", Instant.now().plus(Duration.ofDays(1)));
        arm(id, "NOW", Instant.EPOCH);
        await().untilAsserted(() -> get(BASE + "/timers?ownerType=tally&ownerId=" + id)
                .statusCode(200)
                .body("items.kind", equalTo(List.of("NOW", "LATER")))
                .body("items.state", equalTo(List.of("FIRED", "ARMED")))
                .body("items[0].firedAt", notNullValue())
                .body("items[1].firedAt", nullValue()));
        get(BASE + "/timers?state=FIRED&ownerType=tally&ownerId=" + id).body("items.kind", equalTo(List.of("NOW")));
    }

    @Test
    void lists_armed_timers_by_due_time_in_pages() {
        long id = Samples.newId();
        Instant due = Instant.now().plus(Duration.ofDays(2));
        for (int kind = 5; kind >= 1; kind--) {
            arm(id, "K" + kind, due.plusSeconds(kind));
        }
        List<String> kinds = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = get(BASE + "/timers?ownerType=tally&state=ARMED&ownerId=" + id + "&limit=2"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            kinds.addAll(page.getList("items.kind", String.class));
            cursor = page.getString("nextCursor");
        }
        assertThat(kinds).containsExactly("K1", "K2", "K3", "K4", "K5");
        get(BASE + "/timers").statusCode(200).body("items.state", everyItem(equalTo("ARMED")));
    }

    @Test
    void shows_armed_timers_and_the_last_sweep() {
        arm(Samples.newId(), "LATER", Instant.now().plus(Duration.ofDays(1)));
        await().untilAsserted(() -> get(BASE + "/timers/sweep")
                .statusCode(200)
                .body("owners.ownerType", equalTo(List.of(TallyTimers.OWNER_TYPE)))
                .body("owners[0].armed", greaterThanOrEqualTo(1))
                .body("owners[0].due", equalTo(0))
                .body("owners[0].overdue", equalTo(0))
                .body("owners[0].oldestDueAt", nullValue())
                .body("owners[0].nextDueAt", notNullValue())
                .body("owners[0].lastSweepAt", notNullValue())
                .body("lastSweepAt", notNullValue())
                .body("heldSince", nullValue()));
    }

    @Test
    void shows_the_oldest_of_the_overdue_timers() throws SQLException {
        long id = Samples.newId();
        Instant later = Instant.now().plus(Duration.ofDays(1));
        arm(id, "LATER", later);
        try (Connection reviewer = database.getConnection();
                Statement statement = reviewer.createStatement()) {
            reviewer.setAutoCommit(false);
            statement.execute("select from tally where id = " + id + " for update");
            Reactive.inTransaction(() -> timers.arm(TallyTimers.OWNER_TYPE, id, "NOW", 1, Instant.EPOCH)
                    .replaceWith(true));
            get(BASE + "/timers/sweep")
                    .body("owners[0].due", greaterThanOrEqualTo(1))
                    .body("owners[0].overdue", greaterThanOrEqualTo(1))
                    .body("owners[0].oldestDueAt", equalTo("1970-01-01T00:00:00Z"));
            reviewer.rollback();
        }
    }

    @Test
    void shows_a_clock_jump_before_and_after_its_release() throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("insert into timer_clock_jump(seconds) values (-7200)");
        }
        get(BASE + "/timers/sweep")
                .body("jumps[0].seconds", equalTo(-7200))
                .body("jumps[0].seenAt", notNullValue())
                .body("jumps[0].releasedAt", nullValue());
        post(FIRST, BASE + "/timers/sweep/release", "{\"reason\":\"NTP was repaired\"}")
                .statusCode(200)
                .body("jumps[0].releasedAt", notNullValue());
    }

    @Test
    void records_a_release_with_its_reason() {
        post(FIRST, BASE + "/timers/sweep/release", "{\"reason\":\"NTP was repaired\"}")
                .statusCode(200);
        assertThat(audited("timer-sweep", "all")).contains("operator timer-sweep.released");
    }

    private void arm(long id, String kind, Instant dueAt) {
        Reactive.inTransaction(() -> tallies.findById(id)
                .onItem()
                .ifNull()
                .switchTo(() -> tallies.persist(new Tally(id)))
                .chain(() -> timers.arm(TallyTimers.OWNER_TYPE, id, kind, 1, dueAt))
                .replaceWith(true));
    }
}
