package io.zizhi.faults.audit.notices;

import io.zizhi.faults.evidence.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the reminder timers that must exist. Reminders are due 90, 30, 7 and 1 days before each last day, at the
 * configured time of day. If that time had passed when the approval took effect, there is no such reminder. The final
 * reminder is always due at the start of the day after the last day. Shares no code with the services.
 */
final class ReminderPlan {

    /** The time zone for days and times of reminders. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<Integer> DAYS_BEFORE = List.of(90, 30, 7, 1);

    /** The unique key of a timer. */
    record TimerKey(String ownerType, String owner, long cycle, String kind) {

        static TimerKey of(Row timer) {
            return new TimerKey(
                    timer.text("owner_type"), timer.text("owner_id"), timer.number("cycle"), timer.text("kind"));
        }

        @Override
        public String toString() {
            return kind + " of " + ownerType + " " + owner + ", cycle " + cycle;
        }
    }

    /**
     * A planned reminder.
     *
     * @param dueAt when it is due, exactly
     * @param required false if it was due while the approval took effect; it may then be missing
     * @param approval the approval that expires
     * @param endsOn the last day
     */
    record Planned(Instant dueAt, boolean required, Approval approval, LocalDate endsOn) {}

    private final Map<TimerKey, Planned> planned = new LinkedHashMap<>();

    /** @param remindAt time of day of all reminders except the last one */
    ReminderPlan(List<Approval> approvals, LocalTime remindAt) {
        for (Approval approval : approvals) {
            for (LocalDate endsOn : approval.ends().keySet()) {
                for (int days : DAYS_BEFORE) {
                    Instant dueAt =
                            endsOn.minusDays(days).atTime(remindAt).atZone(ZONE).toInstant();
                    if (dueAt.isAfter(approval.armed().earliest())) {
                        boolean required = dueAt.isAfter(approval.armed().latest());
                        plan("DAYS_" + days, new Planned(dueAt, required, approval, endsOn));
                    }
                }
                Instant over = endsOn.plusDays(1).atStartOfDay(ZONE).toInstant();
                plan("EXPIRED", new Planned(over, true, approval, endsOn));
            }
        }
    }

    private void plan(String stage, Planned reminder) {
        Approval approval = reminder.approval();
        planned.put(
                new TimerKey(approval.ownerType(), approval.owner(), approval.cycle(), stage + " " + reminder.endsOn()),
                reminder);
    }

    /** Returns all planned timers, in the order of the approvals. */
    Map<TimerKey, Planned> all() {
        return planned;
    }

    Optional<Planned> of(Row timer) {
        return Optional.ofNullable(planned.get(TimerKey.of(timer)));
    }
}
