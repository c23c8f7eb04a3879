package io.zizhi.qualification.outcome.expiry;

import io.zizhi.qualification.form.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The reminders before the expiry and the expiry itself, in chronological order. */
enum ExpiryStage {
    DAYS_90(90),
    DAYS_30(30),
    DAYS_7(7),
    DAYS_1(1),

    /** The evidence has expired: the start of the day after the last day of validity. */
    EXPIRED(-1);

    private final int daysBefore;

    ExpiryStage(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    /**
     * Returns when evidence with the last day {@code endsOn} reaches this stage.
     *
     * @param remindAt time of day of reminders, in Asia/Shanghai
     */
    Instant at(LocalDate endsOn, LocalTime remindAt) {
        LocalTime time = this == EXPIRED ? LocalTime.MIDNIGHT : remindAt;
        return endsOn.minusDays(daysBefore).atTime(time).atZone(Period.ZONE).toInstant();
    }

    /** Returns the start of the day after {@code endsOn}, in Asia/Shanghai. */
    static Instant endOf(LocalDate endsOn) {
        return EXPIRED.at(endsOn, LocalTime.MIDNIGHT);
    }
}
