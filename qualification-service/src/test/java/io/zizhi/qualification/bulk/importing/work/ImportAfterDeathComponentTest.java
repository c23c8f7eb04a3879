package io.zizhi.qualification.bulk.importing.work;

import static io.zizhi.qualification.bulk.importing.work.ImportWork.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.vertx.core.Vertx;
import io.zizhi.contracts.EventType;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.bulk.importing.Imports;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The import stops in the middle of claimed rows, and another worker continues it. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ImportAfterDeathComponentTest {

    private static final int ROWS = 24;

    @Inject
    Vertx vertx;

    @Inject
    SingleStatement statement;

    @Inject
    ImportLoop loop;

    @Inject
    ClaimImportRows claim;

    @Inject
    WorkOnImportRow work;

    @Inject
    ImportConfig config;

    @Test
    void another_worker_continues_and_imports_each_row_once() {
        Peers.reset();
        Filer filer = Filer.ofCompanyA();
        long id = upload(filer);
        await().until(() -> state(id).equals("CHECKED"));
        loop.stop(new ShutdownEvent());
        Filer.as("operator-b")
                .post("/v1/imports/" + id + "/confirmation")
                .then()
                .statusCode(200);
        List<ClaimedImportRow> held = Reactive.run(() -> claim.handle());
        assertThat(held).isNotEmpty();
        Reactive.run(() -> work.handle(held.getFirst()));

        ImportWork.replaceBy(new ImportLoop(vertx, statement, claim, work, config));
        int rest = ROWS - held.size() + 1;
        await().until(() -> imported(id) == rest);
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update import_row set next_at = clock_timestamp() where import_id = " + id)
                        .executeUpdate()));
        await().until(() -> imported(id) == ROWS);

        // The worker that was presumed dead continues, without any effect.
        held.forEach(row -> Reactive.run(() -> work.handle(row)));
        List<Object> qualifications = Filer.as("operator")
                .get("/v1/imports/" + id + "/rows?limit=100")
                .jsonPath()
                .getList("items.qualificationId");
        assertThat(qualifications).hasSize(ROWS).doesNotHaveDuplicates();
        for (Object qualification : qualifications) {
            assertThat(EventBus.await(EventType.QUALIFICATION_IMPORTED, String.valueOf(qualification), 1))
                    .hasSize(1);
        }
        assertThat(imported(id)).isEqualTo(ROWS);
    }

    private static long upload(Filer filer) {
        byte[] sheet = Imports.sheet(IntStream.range(0, ROWS)
                .mapToObj(row -> Imports.row(filer, "ZZ-" + UUID.randomUUID(), ""))
                .toArray(String[]::new));
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("operator"))
                .config(RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(sheet)
                .post("/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static String state(long id) {
        return Filer.as("operator").get("/v1/imports/" + id).jsonPath().getString("state");
    }

    private static int imported(long id) {
        return Filer.as("operator").get("/v1/imports/" + id).jsonPath().getInt("counts.imported");
    }
}
