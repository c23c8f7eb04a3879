package io.zizhi.review.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.review.calendar.HolidayCalendar;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.DeskTime;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewStatus;
import io.zizhi.review.desk.SlaStage;
import io.zizhi.review.desk.SlaTimes;
import io.zizhi.review.schedule.ClockView.IntervalView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a review is due when it is. As in every explanation of the clock the instants stand in the desk's own time, {@code
 * +08:00}.
 *
 * @param workOrder the review
 * @param status where it stands; the clock runs while it is open or claimed
 * @param policy name of the policy that it goes by
 * @param policyVersion which version of it; absent where the policy is no longer known
 * @param revision of all policies and years together, by which it was reckoned
 * @param from start of its clock, the submission's instant
 * @param provisional whether a day without a published calendar was counted on the way to the escalation; what comes
 *     after that day may move when it is published
 * @param calendars the years of the calendar that were asked, in order
 * @param stages what its clock reaches, in order: when, and what has fired when
 * @param intervals open time consumed from the start to the due instant; empty where the policy is no longer known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewClockView(
        long workOrder,
        ReviewStatus status,
        String policy,
        @Nullable Integer policyVersion,
        long revision,
        String from,
        boolean provisional,
        List<CalendarYear> calendars,
        List<Stage> stages,
        List<IntervalView> intervals) {

    /**
     * A year of the calendar.
     *
     * @param year the year
     * @param loaded whether its arrangement of holidays is known; if not, its days were judged by the day of the week and
     *     the fixed statutory dates
     * @param version which version of the year it was; absent where it is not loaded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CalendarYear(
            int year, boolean loaded, @Nullable Integer version) {}

    /**
     * A stage of the clock.
     *
     * @param stage which
     * @param percent the share of the target at which it comes; absent where the policy is no longer known
     * @param at when it comes
     * @param firedAt when it fired; absent where it has not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stage(
            SlaStage stage,
            @Nullable Integer percent,
            String at,
            @Nullable String firedAt) {}

    static ReviewClockView from(Review review, ClockData data) {
        return data.policies()
                .named(review.sla().policy())
                .map(policy -> from(review, data, policy, review.reckoned(data).orElseThrow()))
                .orElseGet(() -> unexplained(review));
    }

    private static ReviewClockView from(Review review, ClockData data, ClockPolicy policy, DueTimes due) {
        return new ReviewClockView(
                review.workOrder(),
                review.status(),
                policy.name(),
                data.policyVersions().get(policy.name()),
                data.revision(),
                DeskTime.of(review.sla().openedAt()),
                review.sla().provisional(),
                years(due, data),
                stages(review.sla(), policy),
                due.intervals().stream().map(IntervalView::from).toList());
    }

    /** Of a policy that the table no longer has: what is known without it. */
    private static ReviewClockView unexplained(Review review) {
        SlaTimes sla = review.sla();
        return new ReviewClockView(
                review.workOrder(),
                review.status(),
                sla.policy(),
                null,
                review.clockRevision(),
                DeskTime.of(sla.openedAt()),
                sla.provisional(),
                List.of(),
                stages(sla, null),
                List.of());
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
