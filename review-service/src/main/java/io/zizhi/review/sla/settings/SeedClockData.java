package io.zizhi.review.sla.settings;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.ClockPolicyConfig;
import io.zizhi.review.clock.calendar.CalendarFile;
import io.zizhi.review.clock.calendar.CalendarFile.Arrangement;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Seeds missing policies and years from the service's own files, like a migration: by JDBC and before any request is
 * served. Stored data stay unchanged, with one exception: policies of a configured table are stored again when that
 * table has changed since it was last stored. The policy allocation is seeded once only; later changes go through the
 * API.
 */
@ApplicationScoped
class SeedClockData {

    private static final Logger LOG = Logger.getLogger(SeedClockData.class);

    private static final String START_UP = "start-up";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('zizhi.clock-data', 0))";

    private static final String NEXT_REVISION = """
            insert into clock_revision(revision, changed_by)
            select coalesce(max(revision), 0) + 1, '%s' from clock_revision returning revision
            """.formatted(START_UP);

    private static final String LAST_SEEDED = """
            select cast(definition as text) from clock_policy join clock_revision using (revision)
            where name = ? and changed_by = '%s' order by version desc limit 1
            """.formatted(START_UP);

    private final AgroalDataSource database;
    private final ClockDataRepository settings;
    private final ClockPolicies table;
    private final boolean isNamed;
    private final boolean isSeeding;

    SeedClockData(
            AgroalDataSource database, ClockDataRepository settings, ClockPolicies table, ClockPolicyConfig config) {
        this.database = database;
        this.settings = settings;
        this.table = table;
        this.isNamed = config.policies().isPresent();
        this.isSeeding = config.seedAtStart();
    }

    /** Runs before consumers and resources, which need the data. */
    void start(@Observes @Priority(1) StartupEvent event) {
        if (!isSeeding) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            seed(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("The policies and calendars of the clock could not be stored", failure);
        }
    }

    private void seed(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        }
        List<ClockPolicy> policies = missingPolicies(connection);
        CalendarFile published = PublishedCalendar.read();
        List<Integer> years = missingYears(connection, published);
        boolean isAllocated = isAllocated(connection);
        if (policies.isEmpty() && years.isEmpty() && isAllocated) {
            return;
        }
        long revision = nextRevision(connection);
        for (ClockPolicy policy : policies) {
            settings.policies().seed(connection, revision, policy);
        }
        for (int year : years) {
            Arrangement arrangement = Objects.requireNonNull(published.years().get(year));
            settings.years().seed(connection, revision, new CalendarYear(year, published.source(), arrangement));
        }
        if (!isAllocated) {
            settings.allocation().seed(connection, revision, Objects.requireNonNull(table.allocation()));
        }
        LOG.infof(
                "Revision %d of the clock: policies %s, years %s%s",
                revision,
                policies.stream().map(ClockPolicy::name).toList(),
                years,
                isAllocated ? "" : ", policy allocation");
    }

    private List<ClockPolicy> missingPolicies(Connection connection) throws SQLException {
        List<ClockPolicy> missing = new ArrayList<>();
        for (ClockPolicy policy : table.policies()) {
            Optional<ClockPolicy> seeded = lastSeeded(connection, policy.name());
            if (seeded.isEmpty() || (isNamed && !seeded.get().equals(policy))) {
                missing.add(policy);
            }
        }
        return missing;
    }

    private static Optional<ClockPolicy> lastSeeded(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST_SEEDED)) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(ClockJson.policy(found.getString(1))) : Optional.empty();
            }
        }
    }

    private static List<Integer> missingYears(Connection connection, CalendarFile published) throws SQLException {
        List<Integer> missing =
                new ArrayList<>(published.years().keySet().stream().sorted().toList());
        try (PreparedStatement query = connection.prepareStatement("select distinct year from clock_calendar");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                missing.remove(Integer.valueOf(found.getInt(1)));
            }
        }
        return missing;
    }

    private static boolean isAllocated(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from clock_allocation limit 1");
                ResultSet found = query.executeQuery()) {
            return found.next();
        }
    }

    private static long nextRevision(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NEXT_REVISION);
                ResultSet added = insert.executeQuery()) {
            added.next();
            return added.getLong(1);
        }
    }
}
