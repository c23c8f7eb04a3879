package io.zizhi.review.sla.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.DeskTime;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.ExtendedTarget;
import io.zizhi.review.clock.OpenDays;
import io.zizhi.review.clock.calendar.Day;
import io.zizhi.review.clock.calendar.DayKind;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewStatus;
import io.zizhi.review.review.SlaStage;
import io.zizhi.review.review.SlaTimes;
import io.zizhi.review.review.Submission;
import io.zizhi.review.sla.explain.ClockView.IntervalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of a review's due times, with all data needed to compute them manually. A stage comes when its share
 * of target plus extension has passed since the start, counting the window of every open day. As in every explanation
 * of the clock, instants have the desk's own offset, {@code +08:00}.
 *
 * @param workOrder the review
 * @param status status of the review; the clock runs while it is unfinished
 * @param policy name of its clock policy
 * @param policyVersion version of the policy; absent if the policy is no longer known
 * @param revision revision of policies, calendar and allocation that the clock was computed from
 * @param from start of its clock, the submission's instant
 * @param statedFrom the submission's instant from its event; only where other clocks contradict it and {@code from}
 *     replaces it
 * @param provisional whether a day without a published calendar was counted on the way to the escalation; instants
 *     after that day may move when it is published
 * @param allocation the rule that gave the review its policy; absent if the policy is no longer known or no rule gives
 *     it
 * @param computation the values used in the computation; absent if the policy is no longer known
 * @param calendars the years of the calendar used, in order
 * @param days the days up to the escalation, in order; empty if the policy is no longer known
 * @param stages the stages of the clock in order, with due and fired instants
 * @param intervals open time counted from the start to the due instant; empty if the policy is no longer known
 * @param steps later changes of its clock: extensions, recomputations, urging
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewClockView(
        long workOrder,
        ReviewStatus status,
        String policy,
        @Nullable Integer policyVersion,
        long revision,
        String from,
        @Nullable String statedFrom,
        boolean provisional,
        @Nullable Allocation allocation,
        @Nullable Computation computation,
        List<CalendarYear> calendars,
        List<DayView> days,
        List<Stage> stages,
        List<IntervalView> intervals,
        List<StepView> steps) {

    /**
     * The rule that gave a review its policy: the first in order whose conditions it fulfils.
     *
     * @param version version of the policy allocation
     * @param rule its number in that version, from 1
     * @param ownerTypes owner types that it matches; absent for all
     * @param purposes purposes that it matches; absent for all
     * @param subjects subjects that it matches; absent for both
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Allocation(
            int version, int rule, List<OwnerType> ownerTypes, List<Purpose> purposes, List<ReviewSubject> subjects) {

        static @Nullable Allocation from(Review review, ClockData data) {
            Submission about = review.submission();
            ClockPolicies policies = data.policies();
            return policies.rule(about.ownerType(), about.purpose(), about.subject())
                    .filter(rule -> rule.policy().equals(review.sla().policy()))
                    .map(rule -> new Allocation(
                            data.allocationVersion(),
                            policies.numberOf(rule),
                            rule.ownerTypes(),
                            rule.purposes(),
                            rule.subjects()))
                    .orElse(null);
        }
    }

    /**
     * The values that the clock was computed from.
     *
     * @param openDays which days are open
     * @param opens start of the daily window
     * @param closes end of the daily window; {@code 00:00} is the midnight at the end of the day
     * @param targetSeconds open time of the policy's target
     * @param extendedSeconds open time that supervisors added
     */
    public record Computation(
            OpenDays openDays, String opens, String closes, long targetSeconds, long extendedSeconds) {

        static Computation from(ClockPolicy policy, Review review) {
            return new Computation(
                    policy.openDays(),
                    policy.opens().toString(),
                    policy.closes().toString(),
                    ExtendedTarget.openTime(policy, policy.target()).toSeconds(),
                    review.extension().seconds());
        }
    }

    /**
     * A day as the clock counted it.
     *
     * @param date the day
     * @param kind kind of the day in the calendar
     * @param open whether the policy counts its window
     * @param provisional whether the kind is derived from fixed dates, because its year is not loaded
     */
    public record DayView(LocalDate date, DayKind kind, boolean open, boolean provisional) {

        static DayView from(Day day, ClockPolicy policy) {
            return new DayView(day.date(), day.kind(), policy.openDays().isOpen(day), day.provisional());
        }
    }

    /**
     * A year of the calendar.
     *
     * @param year the year
     * @param loaded whether its arrangement of holidays is known; if not, the day of the week and the statutory
     *     days decide which days are open
     * @param version version of the year; absent if it is not loaded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CalendarYear(
            int year, boolean loaded, @Nullable Integer version) {}

    /**
     * A stage of the clock.
     *
     * @param stage the stage
     * @param percent its share of the target; absent if the policy is no longer known
     * @param at due instant of the stage
     * @param firedAt instant at which the stage fired; absent before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stage(
            SlaStage stage,
            @Nullable Integer percent,
            String at,
            @Nullable String firedAt) {}

    /** @param steps the steps that moved the due time, in order */
    static ReviewClockView from(Review review, ClockData data, List<ClockStep> steps) {
        List<StepView> happened = StepView.of(review, steps);
        return data.policies()
                .named(review.sla().policy())
                .map(policy -> from(review, data, policy, review.computed(data, policy), happened))
                .orElseGet(() -> unexplained(review, happened));
    }

    private static ReviewClockView from(
            Review review, ClockData data, ClockPolicy policy, DueTimes due, List<StepView> steps) {
        return new ReviewClockView(
                review.workOrder(),
                review.status(),
                policy.name(),
                data.policyVersions().get(policy.name()),
                data.revision(),
                DeskTime.of(review.sla().openedAt()),
                deskTime(review.statedSubmissionAt().orElse(null)),
                review.sla().provisional(),
                Allocation.from(review, data),
                Computation.from(policy, review),
                years(due, data),
                due.days().stream().map(day -> DayView.from(day, policy)).toList(),
                stages(review.sla(), policy),
                due.intervals().stream().map(IntervalView::from).toList(),
                steps);
    }

    /** Returns only stored values if the policy no longer exists. */
    private static ReviewClockView unexplained(Review review, List<StepView> steps) {
        SlaTimes sla = review.sla();
        return new ReviewClockView(
                review.workOrder(),
                review.status(),
                sla.policy(),
                null,
                review.clockRevision(),
                DeskTime.of(sla.openedAt()),
                deskTime(review.statedSubmissionAt().orElse(null)),
                sla.provisional(),
                null,
                null,
                List.of(),
                List.of(),
                stages(sla, null),
                List.of(),
                steps);
    }

    private static List<CalendarYear> years(DueTimes due, ClockData data) {
        return due.days().stream()
                .flatMap(day -> HolidayCalendar.yearsOf(day.date()).stream())
                .distinct()
                .map(year -> new CalendarYear(
                        year,
                        data.calendar().isLoaded(year),
                        data.calendarVersions().get(year)))
                .toList();
    }

    private static List<Stage> stages(SlaTimes sla, @Nullable ClockPolicy policy) {
        return Stream.of(SlaStage.values())
                .map(stage -> new Stage(
                        stage,
                        policy == null ? null : Integer.valueOf(percent(stage, policy)),
                        DeskTime.of(sla.at(stage)),
                        deskTime(sla.reachedAt(stage))))
                .toList();
    }

    private static int percent(SlaStage stage, ClockPolicy policy) {
        return switch (stage) {
            case WARN -> policy.warnPercent();
            case BREACH -> 100;
            case ESCALATE -> policy.escalatePercent();
        };
    }

    private static @Nullable String deskTime(@Nullable Instant instant) {
        return instant == null ? null : DeskTime.of(instant);
    }
}
