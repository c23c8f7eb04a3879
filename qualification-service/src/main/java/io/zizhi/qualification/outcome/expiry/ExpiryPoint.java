package io.zizhi.qualification.outcome.expiry;

import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.timeline.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stage that all evidence with the same last day has reached. Each point has one timer.
 *
 * @param stage the stage
 * @param endsOn last day of validity, in Asia/Shanghai
 */
record ExpiryPoint(ExpiryStage stage, LocalDate endsOn) {

    private static final String SEPARATOR = " ";

    /**
     * Returns the points whose timers have to be armed, by timer kind. Past reminders are left out, but the expiry
     * itself is always included.
     *
     * @param remindAt time of day of reminders, in Asia/Shanghai
     */
    static Map<String, Instant> ahead(List<EvidenceEnd> ends, LocalTime remindAt, Instant now) {
        return ends.stream()
                .map(EvidenceEnd::endsOn)
                .distinct()
                .flatMap(day -> Stream.of(ExpiryStage.values()).map(stage -> new ExpiryPoint(stage, day)))
                .filter(point -> point.isOver() || point.at(remindAt).isAfter(now))
                .collect(Collectors.toMap(ExpiryPoint::kind, point -> point.at(remindAt)));
    }

    /** Parses the kind of a timer. */
    static ExpiryPoint of(String kind) {
        int end = kind.indexOf(SEPARATOR);
        return new ExpiryPoint(ExpiryStage.valueOf(kind.substring(0, end)), LocalDate.parse(kind.substring(end + 1)));
    }

    /**
     * Returns whether this is a reminder whose evidence has already expired. This happens after the timers did not run
     * for a long time.
     */
    boolean isReminderAfterTheEnd(Instant now) {
        return !isOver() && !now.isBefore(ExpiryStage.endOf(endsOn));
    }

    /** Returns the days from {@code now} to the last day, counted in Asia/Shanghai; negative after the expiry. */
    int daysLeft(Instant now) {
        return (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Period.ZONE), endsOn);
    }

    /** Returns whether this is the expiry itself and not a reminder. */
    boolean isOver() {
        return stage == ExpiryStage.EXPIRED;
    }

    /** Returns the kind of its timeline entry. */
    Act act() {
        return isOver() ? Act.EXPIRED : Act.EXPIRING;
    }

    /** Returns the details of its timeline entry: the last day, and the days left until then if it is a reminder. */
    Map<String, Object> details(Instant now) {
        String lastDay = endsOn.toString();
        return isOver() ? Map.of("endsOn", lastDay) : Map.of("endsOn", lastDay, "daysLeft", daysLeft(now));
    }

    /** Returns the kind of its timer. */
    String kind() {
        return stage + SEPARATOR + endsOn;
    }

    private Instant at(LocalTime remindAt) {
        return stage.at(endsOn, remindAt);
    }
}
