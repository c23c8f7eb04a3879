package io.zizhi.review.reporting.unfinished;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Publishes gauges, measured every 30 seconds: {@code zizhi_reviews_unfinished} by policy, stage and age,
 * {@code zizhi_reviews_untouched} and {@code zizhi_reviews_oldest_age_seconds} by policy, and
 * {@code zizhi_reviewers_working}. Every replica reports the same values. Empty groups are reported as 0.
 */
@ApplicationScoped
class UnfinishedWorkGauges {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String POLICY = "policy";

    private final MeasureUnfinishedWork measureUnfinishedWork;
    private final ClockPolicies policies;
    private final RepeatingWork work;
    private final MultiGauge unfinished;
    private final MultiGauge untouched;
    private final MultiGauge oldest;
    private final MultiGauge reviewers;

    UnfinishedWorkGauges(
            Vertx vertx, MeterRegistry metrics, MeasureUnfinishedWork measureUnfinishedWork, ClockPolicies policies) {
        this.measureUnfinishedWork = measureUnfinishedWork;
        this.policies = policies;
        this.work = new RepeatingWork(
                vertx, "Metrics of unfinished work", PAUSE, () -> measure().replaceWith(false));
        this.unfinished = MultiGauge.builder("zizhi_reviews_unfinished")
                .description("Unfinished reviews by the last stage of their clock and by age")
                .register(metrics);
        this.untouched = MultiGauge.builder("zizhi_reviews_untouched")
                .description("Unfinished reviews that no reviewer has held yet")
                .register(metrics);
        this.oldest = MultiGauge.builder("zizhi_reviews_oldest_age_seconds")
                .description("Age of the oldest unfinished review")
                .register(metrics);
        this.reviewers = MultiGauge.builder("zizhi_reviewers_working")
                .description("Reviewers who hold a review")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    Uni<MeasuredWork> measure() {
        return measureUnfinishedWork.measure().invoke(this::show);
    }

    private void show(MeasuredWork measured) {
        List<MultiGauge.Row<?>> byStageAndAge = new ArrayList<>();
        List<MultiGauge.Row<?>> neverTouched = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        for (String policy : policiesOf(measured)) {
            List<UnfinishedWork> groups = measured.groups().stream()
                    .filter(group -> group.policy().equals(policy))
                    .toList();
            Tags tags = Tags.of(POLICY, policy);
            neverTouched.add(MultiGauge.Row.of(tags, sum(groups, group -> true, UnfinishedWork::untouched)));
            ages.add(MultiGauge.Row.of(
                    tags,
                    groups.stream()
                            .mapToLong(UnfinishedWork::oldestSeconds)
                            .max()
                            .orElse(0)));
            byStageAndAge.addAll(rows(tags, groups));
        }
        unfinished.register(byStageAndAge, true);
        untouched.register(neverTouched, true);
        oldest.register(ages, true);
        reviewers.register(List.of(MultiGauge.Row.of(Tags.empty(), measured.reviewers())), true);
    }

    /** Returns the configured policies and the policies that unfinished reviews still use. */
    private List<String> policiesOf(MeasuredWork measured) {
        return Stream.concat(
                        policies.policies().stream().map(ClockPolicy::name),
                        measured.groups().stream().map(UnfinishedWork::policy))
                .distinct()
                .toList();
    }

    private static List<MultiGauge.Row<?>> rows(Tags policy, List<UnfinishedWork> groups) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (ClockStage stage : ClockStage.values()) {
            for (Age age : Age.values()) {
                rows.add(MultiGauge.Row.of(
                        policy.and("stage", stage.name(), "age", age.name()),
                        sum(groups, group -> group.stage() == stage && group.age() == age, UnfinishedWork::reviews)));
            }
        }
        return rows;
    }

    private static long sum(
            List<UnfinishedWork> groups, Predicate<UnfinishedWork> which, ToLongFunction<UnfinishedWork> figure) {
        return groups.stream().filter(which).mapToLong(figure).sum();
    }
}
