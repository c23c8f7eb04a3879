package io.zizhi.e2e.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.Api;
import io.zizhi.e2e.Command;
import io.zizhi.e2e.Waiting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's commands against a suite that starts three times. */
@Tag("long")
class RestartIT {

    @TempDir
    Path state;

    @TempDir
    Path folder;

    @Test
    void data_survives_restart_until_deleted() {
        Command zizhi = new Command(state);
        try {
            assertThat(zizhi.run("up")).satisfies(up -> {
                assertThat(up.exitCode()).as(up.output()).isZero();
                assertThat(up.output()).contains("Ready after", "applicant-a", "reviewer-b");
            });
            assertThat(zizhi.run("demo")).satisfies(demo -> {
                assertThat(demo.exitCode()).as(demo.output()).isZero();
                assertThat(demo.output()).contains("All steps succeeded: 2 approved, 1 withdrawn");
            });
            // A part that does not answer within three seconds is unready, which can happen while other tests run.
            assertThat(Waiting.until(
                            "a suite that answers",
                            () -> Optional.of(zizhi.run("status")).filter(status -> status.exitCode() == 0)))
                    .satisfies(status -> assertThat(status.output())
                            .containsPattern("review-service +ready +" + zizhi.port("REVIEW")));
            assertThat(zizhi.run("reconcile")).satisfies(reconciled -> {
                assertThat(reconciled.exitCode()).as(reconciled.output()).isZero();
                assertThat(reconciled.output())
                        .containsPattern("review-service +zizhi.qualification.v1 +\\d+ +0 +0 +0 +0 +0")
                        .contains("Nothing is missing.");
            });
            assertThat(zizhi.run("audit", "search", "--actor", "reviewer-a", "--action", "review.claimed"))
                    .satisfies(found -> {
                        assertThat(found.exitCode()).as(found.output()).isZero();
                        assertThat(found.output())
                                .containsPattern(
                                        "review-service +reviewer-a \\(reviewer\\) +review.claimed +review/\\d+"
                                                + " +account=\\S+ +to=reviewer-a");
                    });
            assertThat(zizhi.run("audit", "export", "--format", "json-lines")).satisfies(exported -> {
                assertThat(exported.exitCode()).as(exported.output()).isZero();
                assertThat(exported.output())
                        .contains("\"service\":\"qualification-service\"", "\"service\":\"document-service\"")
                        .contains("\"service\":\"review-service\"", "audit-entries.searched")
                        .containsPattern("(?m)^\\{\"entries\":\\d{2,}}$");
            });
            assertThat(zizhi.run("audit", "verify")).satisfies(verified -> {
                assertThat(verified.exitCode()).as(verified.output()).isZero();
                assertThat(verified.output())
                        .containsPattern("http://127.0.0.1:\\d+ +[1-9]\\d* +[1-9]\\d* +0")
                        .contains("Every audit log is as it was written.");
            });
            assertThat(zizhi.run("logs", "review", "-n", "1000").output()).contains("started in");
            assertThat(zizhi.run("logs").output()).contains("postgres              | ", "review-service        | ");
            assertThat(zizhi.run("logs", "-n", "100000").output())
                    .as("what the runbook follows a submission by")
                    .containsPattern("submitted\\.v1 of \\d+: applied \\{traceId=[0-9a-f]{32}, spanId=[0-9a-f]{16}}");
            assertThat(zizhi.run("down").exitCode()).isZero();
            assertThat(zizhi.run("status")).satisfies(status -> {
                assertThat(status.exitCode()).isEqualTo(3);
                assertThat(status.output()).contains("Nothing is running");
            });
            String backup = folder.resolve("backup").toString();
            assertThat(zizhi.run("backup", backup)).satisfies(saved -> {
                assertThat(saved.exitCode()).as(saved.output()).isZero();
                assertThat(saved.output()).contains("Saved to " + backup);
            });
            assertThat(zizhi.run("backup", backup).output()).contains("must be a new or empty folder");
            assertThat(zizhi.run("restore", backup)).satisfies(refused -> {
                assertThat(refused.exitCode()).isEqualTo(2);
                assertThat(refused.output()).contains("Nothing was replaced", "restore FOLDER --yes");
            });
            assertThat(zizhi.run("restore", backup, "--yes")).satisfies(restored -> {
                assertThat(restored.exitCode()).as(restored.output()).isZero();
                assertThat(restored.output()).contains("Restored from " + backup, "./zizhi reconcile");
            });
            assertThat(zizhi.run("up").exitCode()).isZero();
            assertThat(zizhi.run("backup", backup + "-2").output()).contains("Run ./zizhi down first");
            assertThat(zizhi.run("up").output()).as("a second up").contains("Ready after");
            assertThat(zizhi.run(Map.of("ZIZHI_REVIEW_UNDO_WINDOW", "PT15S"), "up"))
                    .satisfies(without -> {
                        assertThat(without.exitCode()).isEqualTo(1);
                        assertThat(without.output())
                                .contains("ZIZHI_REVIEW_UNDO_WINDOW is set here but missing in")
                                .contains("review-service", "./zizhi down, then ./zizhi up");
                    });
            assertThat(zizhi.run("up", "--fresh")).satisfies(refused -> {
                assertThat(refused.exitCode()).isEqualTo(2);
                assertThat(refused.output()).contains("Nothing was deleted", "up --fresh --yes");
            });
            String token = zizhi.run("token", "applicant-a").output().strip();
            var kept = new Api(token)
                    .get(URI.create(
                            "http://127.0.0.1:" + zizhi.port("QUALIFICATION") + "/v1/qualifications?status=APPROVED"))
                    .expect(200);
            assertThat(kept.path("items").size()).isEqualTo(1);
            var description = new Api(token)
                    .get(URI.create("http://127.0.0.1:" + (zizhi.port("QUALIFICATION") + 1000) + "/q/openapi"));
            assertThat(new String(description.bytes(), StandardCharsets.UTF_8)).contains("/v1/qualifications");
            assertThat(zizhi.run("up", "--fresh", "--yes")).satisfies(fresh -> {
                assertThat(fresh.exitCode()).as(fresh.output()).isZero();
                assertThat(fresh.output()).contains("Deleting all data", "Ready after");
            });
            assertThat(new Api(zizhi.run("token", "applicant-a").output().strip())
                            .get(URI.create("http://127.0.0.1:" + zizhi.port("QUALIFICATION") + "/v1/qualifications"))
                            .expect(200)
                            .path("items")
                            .size())
                    .isZero();
        } finally {
            zizhi.run("down");
        }
    }
}
