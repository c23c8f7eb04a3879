package io.zizhi.review.sla.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.ExtensionReason;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.review.Submitted;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.DeskTime;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.SlaTimes;
import io.zizhi.review.review.Submission;
import io.zizhi.review.sla.explain.ReviewClockView.Computation;
import io.zizhi.review.sla.explain.ReviewClockView.DayView;
import io.zizhi.review.sla.explain.ReviewClockView.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The explanation contains enough to compute the same instants, minute by minute and without calendar or policies. */
class ManualComputationTest {

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final long SEED = 20261126;
    private static final int REVIEWS = 200;
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 12, 1, 0, 0);
    private static final int MINUTES = 500 * 24 * 60;

    private final ClockData data =
            new ClockData(3, ClockPolicies.read(), Map.of(), HolidayCalendar.of(PublishedCalendar.read()), Map.of(), 1);

    @Test
    void explains_enough_to_recompute_every_stage() {
        Random random = new Random(SEED);
        for (int i = 0; i < REVIEWS; i++) {
            Instant submitted = FIRST.plusMinutes(random.nextInt(MINUTES)).toInstant(SHANGHAI);
            Review review = opened(submitted, random.nextBoolean());
            List<ClockStep> steps = new ArrayList<>();
            for (int extension = random.nextInt(3); extension > 0; extension--) {
                steps.add(extended(review, Duration.ofMinutes(1 + random.nextInt(3_000)), submitted));
            }

            ReviewClockView published = ReviewClockView.from(review, data, steps);

            for (Stage stage : published.stages()) {
                assertThat(stage.at())
                        .as("%s of %s", stage.stage(), published)
                        .isEqualTo(byHand(published, Objects.requireNonNull(stage.percent())));
            }
            assertThat(published.steps().stream()
                            .mapToLong(step -> Objects.requireNonNull(step.addedSeconds()))
                            .sum())
                    .isEqualTo(computation(published).extendedSeconds());
        }
    }

    /** Walks from the start through every minute that the explanation shows as open. */
    private static String byHand(ReviewClockView published, int percent) {
        Computation with = computation(published);
        Set<LocalDate> open = published.days().stream()
                .filter(DayView::open)
                .map(DayView::date)
                .collect(Collectors.toSet());
        LocalTime opens = LocalTime.parse(with.opens());
        LocalTime closes = LocalTime.parse(with.closes());
        long seconds = (with.targetSeconds() + with.extendedSeconds()) * percent / 100;
        OffsetDateTime at = OffsetDateTime.parse(published.from());
        OffsetDateTime end = at.plusYears(1);
        while (at.isBefore(end)) {
            LocalTime time = at.toLocalTime();
            if (open.contains(at.toLocalDate()) && !time.isBefore(opens) && time.isBefore(closes)) {
                if (seconds <= 60) {
                    return DeskTime.of(at.plusSeconds(seconds).toInstant());
                }
                seconds -= 60;
            }
            at = at.plusMinutes(1);
        }
        throw new AssertionError("The published days end before " + published);
    }

    private static Computation computation(ReviewClockView published) {
        return Objects.requireNonNull(published.computation());
    }

    private Review opened(Instant submitted, boolean government) {
        OwnerType owner = government ? OwnerType.PUBLIC_INSTITUTION : OwnerType.COMPANY;
        QualificationSubmitted event = Submitted.at(submitted, owner);
        return Review.open(event, data.due(Submission.from(event).policyBy(data).orElseThrow(), submitted));
    }

    private ClockStep extended(Review review, Duration more, Instant now) {
        SlaTimes before = review.sla();
        review.extend(data, more, ExtensionReason.COMPLEX_CASE, "sue", now);
        return ClockStep.extended(review, before, more, ExtensionReason.COMPLEX_CASE, "sue", now);
    }
}
