package io.zizhi.review.clock;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import java.time.Instant;
import java.util.Map;

/**
 * All data that the clock computes from, as of one revision. Immutable.
 *
 * @param revision number of the change that created it, from 1
 * @param policies the policies and their allocation
 * @param policyVersions version of each policy, by name, from 1
 * @param calendar the years that are loaded
 * @param calendarVersions version of each loaded year, from 1
 * @param allocationVersion version of the policy allocation, from 1; 0 if the revision has none
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

    /** Computes the due instants of a submission made at {@code from}. */
    public DueTimes due(ClockPolicy policy, Instant from) {
        return new ReviewClock(calendar, policies.zone()).due(policy, from);
    }

    /** Returns whether the desk is open at {@code instant} under any policy. */
    public boolean isOpen(Instant instant) {
        ReviewClock clock = new ReviewClock(calendar, policies.zone());
        return policies.policies().stream().anyMatch(policy -> clock.isOpen(policy, instant));
    }
}
