package io.zizhi.qualification.outcome.expiry;

import io.zizhi.qualification.form.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The reminders before an end, and the end itself, in their order. */
public enum ExpiryStage {
    DAYS_90(90),
    DAYS_30(30),
    DAYS_7(7),
    DAYS_1(1),

    /** The beginning of the day after the last one. */
    EXPIRED(-1);

    private final int daysBefore;

    ExpiryStage(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    /**
     * When it is reached by what holds until {@code endsOn}.
     *
     * @param remindAt time of day of reminders, in Asia/Shanghai
     */
    Instant at(LocalDate endsOn, LocalTime remindAt) {
        LocalTime time = this == EXPIRED ? LocalTime.MIDNIGHT : remindAt;
        return endsOn.minusDays(daysBefore).atTime(time).atZone(Period.ZONE).toInstant();
    }

    /** The beginning of the day after {@code endsOn}. */
    public static Instant endOf(LocalDate endsOn) {
        return EXPIRED.at(endsOn, LocalTime.MIDNIGHT);
    }
}
