package io.zizhi.review.decision.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class FigureDecisionComponentTest {

    private static final String REJECTION = """
            {"outcome":"REJECTED","reasons":[
              {"code":"USCC_MISMATCH","pointer":"/company/creditCode"},
              {"code":"IMAGE_BLURRED","pointer":"/company/certificate"},
              {"code":"IMAGE_BLURRED","pointer":"/administrator"}]}""";

    @Inject
    MeterRegistry metrics;

    @Test
    void records_figures_once_and_increments_the_metrics() {
        long workOrder = Api.opened(Submitted.at(Instant.now().minus(Duration.ofDays(20))));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        double before = decisions("REJECTED", true);
        double blurredBefore = reasons("REJECTED", "IMAGE_BLURRED");
        double daysBefore = wallDays();

        for (int call = 0; call < 2; call++) {
            Api.decide("reviewer-a", workOrder, REJECTION).then().statusCode(200);
        }

        assertThat(Api.texts("select concat_ws(' ', policy, outcome, array_to_string(codes, '+'), breached,"
                        + " decided_at = (select decided_at from decision where work_order = " + workOrder + "),"
                        + " reviewer_id = (select reviewer_id from decision where work_order = " + workOrder + "),"
                        + " wall_seconds / 86400, first_touch_seconds / 86400, open_seconds between 1 and 21 * 43200)"
                        + " from decision_figure where work_order = " + workOrder))
                .containsExactly("STANDARD REJECTED IMAGE_BLURRED+USCC_MISMATCH t t t 20 20 t");
        assertThat(decisions("REJECTED", true)).isEqualTo(before + 1);
        assertThat(reasons("REJECTED", "IMAGE_BLURRED")).isEqualTo(blurredBefore + 1);
        assertThat(wallDays() - daysBefore).isBetween(20.0, 20.1);
    }

    @Test
    void records_no_figures_for_a_refused_decision() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));

        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(409);

        assertThat(Api.count("select count(*) from decision_figure where work_order = " + workOrder))
                .isZero();
    }

    @Test
    void names_no_reviewer_in_metrics() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        Set<String> labels = metrics.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("zizhi_review"))
                .flatMap(meter -> meter.getId().getTags().stream())
                .map(tag -> tag.getKey())
                .collect(Collectors.toSet());
        assertThat(labels).containsExactlyInAnyOrder("policy", "outcome", "breached", "code", "stage", "age", "result");
    }

    private double decisions(String outcome, boolean breached) {
        return metrics.get("zizhi_review_decisions")
                .tags("policy", "STANDARD", "outcome", outcome, "breached", Boolean.toString(breached))
                .counter()
                .count();
    }

    private double reasons(String outcome, String code) {
        return metrics.get("zizhi_review_reasons")
                .tags("outcome", outcome, "code", code)
                .counter()
                .count();
    }

    private double wallDays() {
        return metrics.get("zizhi_review_decision_wall")
                        .tag("policy", "STANDARD")
                        .timer()
                        .totalTime(TimeUnit.HOURS)
                / 24;
    }
}
