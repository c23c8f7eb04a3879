package io.zizhi.review.decision.measurement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.decision.reasons.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of decisions. Labels are policies, outcomes and codes of the catalogue, which are few. Reviewers are not
 * a label: each series would stay for ever and show a person's pace to everyone who can see the metrics.
 */
@ApplicationScoped
class DecisionMeters {

    private final MeterRegistry metrics;
    private final ClockPolicies policies;
    private final ReasonCatalogue catalogue;

    DecisionMeters(MeterRegistry metrics, ClockPolicies policies, ReasonCatalogue catalogue) {
        this.metrics = metrics;
        this.policies = policies;
        this.catalogue = catalogue;
    }

    /** Registers the series at start-up: a rate misses the first event of a series that appears with it. */
    void begin(@Observes StartupEvent event) {
        for (ClockPolicy policy : policies.policies()) {
            firstTouch(policy.name());
            openTime(policy.name());
            wallTime(policy.name());
            for (ReviewOutcome outcome : ReviewOutcome.values()) {
                decisions(policy.name(), outcome, true);
                decisions(policy.name(), outcome, false);
            }
        }
        for (ReasonCatalogue.Entry reason : catalogue.items()) {
            if (reason.rejection()) {
                reasons(ReviewOutcome.REJECTED, reason.code());
            }
            if (reason.supplement()) {
                reasons(ReviewOutcome.SUPPLEMENT_REQUESTED, reason.code());
            }
        }
    }

    void count(DecisionFigure figure) {
        decisions(figure.policy(), figure.outcome(), figure.breached()).increment();
        figure.codes().forEach(code -> reasons(figure.outcome(), code).increment());
        record(firstTouch(figure.policy()), figure.firstTouch());
        record(openTime(figure.policy()), figure.openTime());
        record(wallTime(figure.policy()), figure.wallTime());
    }

    private static void record(Timer timer, @Nullable Duration duration) {
        Optional.ofNullable(duration).ifPresent(timer::record);
    }

    private Counter decisions(String policy, ReviewOutcome outcome, boolean breached) {
        return Counter.builder("zizhi_review_decisions")
                .description("Decisions by outcome and by whether they missed the target")
                .tag("policy", policy)
                .tag("outcome", outcome.name())
                .tag("breached", Boolean.toString(breached))
                .register(metrics);
    }

    private Counter reasons(ReviewOutcome outcome, String code) {
        return Counter.builder("zizhi_review_reasons")
                .description("Rejections and supplement requests by reason")
                .tag("outcome", outcome.name())
                .tag("code", code)
                .register(metrics);
    }

    private Timer firstTouch(String policy) {
        return timer("zizhi_review_first_touch", "From the submission to the first reviewer", policy);
    }

    private Timer openTime(String policy) {
        return timer("zizhi_review_decision_open", "From the submission to the decision, in open time", policy);
    }

    private Timer wallTime(String policy) {
        return timer("zizhi_review_decision_wall", "From the submission to the decision", policy);
    }

    private Timer timer(String name, String description, String policy) {
        return Timer.builder(name)
                .description(description)
                .tag("policy", policy)
                .register(metrics);
    }
}
