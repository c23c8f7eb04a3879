package io.zizhi.review.clock;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import java.time.Instant;
import java.util.Map;

/**
 * Everything that the clock reckons by, as it was at one revision. Immutable.
 *
 * @param revision number of the change that made it so, from 1
 * @param policies the policies and who gets which
 * @param policyVersions version of each policy, by its name, from 1
 * @param calendar the years that are loaded
 * @param calendarVersions version of each loaded year, from 1
 * @param allocationVersion version of who gets which policy, from 1; 0 of a time when that was not kept yet
 */
public record ClockData(
        long revision,
        ClockPolicies policies,
        Map<String, Integer> policyVersions,
        HolidayCalendar calendar,
        Map<Integer, Integer> calendarVersions,
        int allocationVersion) {

    public ClockData {
        policyVersions = Map.copyOf(policyVersions);
        calendarVersions = Map.copyOf(calendarVersions);
    }

    /** The due instants of a submission made at {@code from}. */
    public DueTimes due(ClockPolicy policy, Instant from) {
        return new ReviewClock(calendar, policies.zone()).due(policy, from);
    }
}
