package io.zizhi.qualification.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import org.junit.jupiter.api.Test;

class CheckedTest {

    @Test
    void passes_facts_on() {
        Checked<String> checked = awaited(Uni.createFrom().item("facts"));

        assertThat(checked.facts().get()).isEqualTo("facts");
    }

    @Test
    void throws_refusal_only_when_facts_are_needed() {
        ProblemException refusal = Problems.conflict("ILLEGAL_TRANSITION", "It is in review.");

        Checked<String> checked = awaited(Uni.createFrom().failure(refusal));

        assertThatThrownBy(checked.facts()::get).isSameAs(refusal);
    }

    @Test
    void other_failures_are_not_deferred() {
        assertThatThrownBy(() -> awaited(Uni.createFrom().failure(new IllegalStateException("bug"))))
                .hasMessage("bug");
    }

    private static Checked<String> awaited(Uni<String> checks) {
        return Checked.of(checks).await().indefinitely();
    }
}
