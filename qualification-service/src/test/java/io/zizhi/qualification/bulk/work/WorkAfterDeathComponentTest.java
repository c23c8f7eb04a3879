package io.zizhi.qualification.bulk.work;

import static io.zizhi.qualification.bulk.work.BulkWork.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.zizhi.contracts.EventType;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Sheets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processing stops in the middle of a claimed row, and another worker continues it. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class WorkAfterDeathComponentTest {

    private static final int ROWS = 8;

    @Inject
    Vertx vertx;

    @Inject
    SingleStatement statement;

    @Inject
    BulkLoop loop;

    @Inject
    ClaimRow claim;

    @Inject
    WorkOnRow work;

    @Inject
    LookForPhones look;

    @Inject
    LookForLetters letters;

    @Inject
    EraseCells erase;

    @Inject
    FillUploaders fill;

    @Inject
    BulkConfig config;

    @Test
    void another_worker_continues_and_submits_each_row_once() {
        Peers.reset();
        Filer filer = Filer.ofCompanyA();
        loop.stop(new ShutdownEvent());
        long id = Sheets.upload(filer, ROWS);
        ClaimedRow drafted = claimed(id);
        Reactive.run(() -> work.handle(drafted));
        ClaimedRow held = claimed(id);
        assertThat(held.row().id()).isNotEqualTo(drafted.row().id());

        BulkWork.replaceBy(new BulkLoop(vertx, statement, claim, work, look, letters, erase, fill, config));
        await().until(() -> submitted(filer, id) == ROWS - 1);
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update bulk_row set next_at = clock_timestamp() where id = "
                                        + held.row().id())
                        .executeUpdate()));
        await().until(() -> submitted(filer, id) == ROWS);

        // The worker that was presumed dead continues, without any effect.
        Reactive.run(() -> work.handle(held));
        List<Object> qualifications =
                rows(filer, id).stream().map(row -> row.get("qualificationId")).toList();
        assertThat(qualifications).hasSize(ROWS).doesNotHaveDuplicates();
        for (Object qualification : qualifications) {
            assertThat(EventBus.await(EventType.QUALIFICATION_SUBMITTED, String.valueOf(qualification), 1))
                    .hasSize(1);
        }
        assertThat(submitted(filer, id)).isEqualTo(ROWS);
    }

    /** Claims until a row of this filing is claimed; other tests leave rows behind. */
    private ClaimedRow claimed(long id) {
        ClaimedRow claimed = Reactive.run(() -> claim.handle()).orElseThrow();
        return claimed.row().filingId() == id ? claimed : claimed(id);
    }

    private static long submitted(Filer filer, long id) {
        return rows(filer, id).stream()
                .filter(row -> "SUBMITTED".equals(row.get("state")))
                .count();
    }

    private static List<Map<String, Object>> rows(Filer filer, long id) {
        return filer.request()
                .get("/v1/bulk-filings/" + id + "/rows?limit=100")
                .jsonPath()
                .getList("items");
    }
}
