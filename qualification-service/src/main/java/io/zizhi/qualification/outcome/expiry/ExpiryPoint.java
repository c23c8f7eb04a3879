package io.zizhi.qualification.outcome.expiry;

import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One timer: all evidence that ends on a day reaches a stage.
 *
 * @param stage which stage
 * @param endsOn which day
 */
public record ExpiryPoint(ExpiryStage stage, LocalDate endsOn) {

    private static final String SEPARATOR = " ";

    /**
     * The points that lie ahead. One in the past comes too late to be of use, but that something has ended is always told.
     *
     * @param remindAt time of day of reminders, in Asia/Shanghai
     */
    public static Map<String, Instant> ahead(List<EvidenceEnd> ends, LocalTime remindAt, Instant now) {
        return ends.stream()
                .map(EvidenceEnd::endsOn)
                .distinct()
                .flatMap(day -> Stream.of(ExpiryStage.values()).map(stage -> new ExpiryPoint(stage, day)))
                .filter(point -> point.stage() == ExpiryStage.EXPIRED
                        || point.at(remindAt).isAfter(now))
                .collect(Collectors.toMap(ExpiryPoint::kind, point -> point.at(remindAt)));
    }

    /** The point of a timer's kind. */
    public static ExpiryPoint of(String kind) {
        int end = kind.indexOf(SEPARATOR);
        return new ExpiryPoint(ExpiryStage.valueOf(kind.substring(0, end)), LocalDate.parse(kind.substring(end + 1)));
    }

    /** Whether it would remind of what has ended already, because nobody swept for long. */
    public boolean isReminderAfterTheEnd(Instant now) {
        return stage != ExpiryStage.EXPIRED && !now.isBefore(ExpiryStage.endOf(endsOn));
    }

    /** Whole days from the day of {@code now} to the last one, by the calendar of Asia/Shanghai; below zero once it has ended. */
    public int daysLeft(Instant now) {
        return (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Period.ZONE), endsOn);
    }

    /** What its timer is called. */
    String kind() {
        return stage + SEPARATOR + endsOn;
    }

    private Instant at(LocalTime remindAt) {
        return stage.at(endsOn, remindAt);
    }
}
