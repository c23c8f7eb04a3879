package io.zizhi.review.sla.settings;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.PolicyAllocation;
import io.zizhi.review.clock.calendar.CalendarFile;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Returns the clock's data, current or as of an earlier revision. A revision never changes, so each replica caches
 * revisions. The number of the newest revision is read from the database every time, so that a change takes effect at
 * once in every replica.
 */
@ApplicationScoped
public class CurrentClock {

    /** Maximum number of cached revisions. Fewer are explained at one time; a revision is a few kilobytes. */
    private static final int KEPT = 50;

    private final ClockDataRepository repository;
    private final ClockPolicies table;
    private final Map<Long, ClockData> known = new ConcurrentHashMap<>();

    /** @param table the configured table, for the zone */
    CurrentClock(ClockDataRepository repository, ClockPolicies table) {
        this.repository = repository;
        this.table = table;
    }

    /** Returns the newest data. Needs a session. */
    public Uni<ClockData> now() {
        return repository.newest().chain(newest -> at(newest.revision()));
    }

    /**
     * Returns the newest data and prevents changes until the end of the transaction. Use it for a review that is stored
     * in the transaction.
     */
    public Uni<ClockData> nowAndUntilCommit() {
        return datedUntilCommit().map(DatedClock::data);
    }

    /** Also returns the database time, without a further statement. */
    public Uni<DatedClock> datedUntilCommit() {
        return Uni.combine()
                .all()
                .unis(repository.lockShared(), repository.newest())
                .with((locked, newest) -> newest)
                .chain(newest -> at(newest.revision()).map(data -> new DatedClock(data, newest.at())));
    }

    /** Returns the data as of a revision. Needs a session. */
    public Uni<ClockData> at(long revision) {
        ClockData data = known.get(revision);
        return data == null
                ? load(revision).invoke(this::remember)
                : Uni.createFrom().item(data);
    }

    /**
     * Returns the data as if a year were loaded; changes nothing. Needs a session.
     *
     * @throws io.zizhi.platform.http.problem.ProblemException 400 when the year contradicts another loaded year
     */
    public Uni<ClockData> with(CalendarYear year) {
        return stored(Long.MAX_VALUE).map(stored -> stored.with(year)).map(this::data);
    }

    /** Returns the data as if other allocation rules were in force; changes nothing. Needs a session. */
    public Uni<ClockData> with(PolicyAllocation allocation) {
        return stored(Long.MAX_VALUE).map(stored -> stored.with(allocation)).map(this::data);
    }

    private Uni<Stored> stored(long revision) {
        return repository
                .policies()
                .at(revision)
                .chain(policies -> repository
                        .years()
                        .at(revision)
                        .chain(years -> repository
                                .allocation()
                                .at(revision)
                                .map(allocation -> new Stored(
                                        revision,
                                        policies,
                                        years,
                                        allocation.stream().findFirst()))));
    }

    /** The versions in force at a revision. */
    private record Stored(
            long revision,
            List<Version<ClockPolicy>> policies,
            List<Version<CalendarYear>> years,
            Optional<Version<PolicyAllocation>> allocation) {

        Stored with(CalendarYear year) {
            return new Stored(0, policies, CurrentClock.with(years, year), allocation);
        }

        Stored with(PolicyAllocation other) {
            return new Stored(0, policies, years, Optional.of(new Version<>(0, 0, "", Instant.EPOCH, other)));
        }
    }

    private static List<Version<CalendarYear>> with(List<Version<CalendarYear>> years, CalendarYear year) {
        return Stream.concat(
                        years.stream().filter(other -> other.content().year() != year.year()),
                        Stream.of(new Version<>(0, 0, "", Instant.EPOCH, year)))
                .toList();
    }

    private void remember(ClockData data) {
        if (known.size() >= KEPT) {
            known.clear();
        }
        known.put(data.revision(), data);
    }

    private Uni<ClockData> load(long revision) {
        return stored(revision).map(this::data);
    }

    private HolidayCalendar calendar(List<Version<CalendarYear>> years) {
        try {
            return HolidayCalendar.of(new CalendarFile(
                    "stored",
                    table.zone(),
                    years.stream()
                            .collect(Collectors.toMap(
                                    year -> year.content().year(),
                                    year -> year.content().arrangement()))));
        } catch (IllegalArgumentException contradiction) {
            throw Problems.badRequest(
                    "CALENDARS_CONTRADICT", "/years", String.valueOf(contradiction.getMessage()) + ".");
        }
    }

    private ClockData data(Stored stored) {
        List<Version<ClockPolicy>> policies = stored.policies();
        return new ClockData(
                stored.revision(),
                table.with(
                        policies.stream().map(Version::content).toList(),
                        stored.allocation().map(Version::content).orElse(null)),
                policies.stream()
                        .collect(Collectors.toMap(policy -> policy.content().name(), Version::number)),
                calendar(stored.years()),
                stored.years().stream()
                        .collect(Collectors.toMap(year -> year.content().year(), Version::number)),
                stored.allocation().map(Version::number).orElse(0));
    }
}
