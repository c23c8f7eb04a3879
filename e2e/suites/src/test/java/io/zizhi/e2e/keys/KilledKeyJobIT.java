package io.zizhi.e2e.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Login;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.TestRandom;
import io.zizhi.e2e.Waiting;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.suite.Ports;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends notification-service at once in the middle of each kind of job on keys, before the commit of a batch. After its
 * restart the job goes on: it does nothing twice, counts everything once, and leaves every row readable.
 */
@Tag("long")
class KilledKeyJobIT {

    private static final String SERVICE = "notification-service";
    private static final String LAST = " from key_job order by id desc limit 1";
    private static final int PHONES = 3;

    @TempDir
    static Path state;

    @TempDir
    static Path folder;

    private final Random random = TestRandom.seeded();
    private final Path failPoint = folder.resolve("fail-point");
    private final Map<String, String> verifications = new LinkedHashMap<>();

    @Test
    void each_kind_of_job_goes_on_after_the_process_was_killed() throws IOException, SQLException {
        Map<String, String> settings = Map.of(
                "zizhi.fail-points.file", failPoint.toString(),
                "zizhi.encryption.service-key-pause", "PT3S",
                "zizhi.encryption.key-cache-life", "PT0.2S",
                "zizhi.erasure.settle", "PT1S");
        try (Suite suite = Suite.start(state, Ports.random(), new SuiteOptions(Map.of(SERVICE, settings), Map.of()))) {
            Addresses addresses = addresses(suite);
            Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
            Operator operator = new Operator(addresses);
            Database place = suite.database(SERVICE);
            try (Connection database =
                    DriverManager.getConnection(place.jdbcUrl(), place.username(), place.password())) {
                requestCodes(applicant, operator);
                String account = text(database, "select min(account_id) from phone_verification");
                String accounts = "select count(*) from account_key where destroyed_at is null";

                // The batch of the table local_inbox, after four steps.
                kill(suite, addresses, database, 5, "{\"kind\": \"INDEX_KEY\", \"reason\": \"Test.\"}");
                assertThat(number(database, "select changed" + LAST)).isEqualTo(2 * PHONES);
                readEverything(operator);

                // The batch of phone_verification, after four steps and two tables without rows of the account.
                kill(
                        suite,
                        addresses,
                        database,
                        7,
                        "{\"kind\": \"ACCOUNT_KEY\", \"accountId\": \"" + account + "\", \"reason\": \"Test.\"}");
                assertThat(number(database, "select changed" + LAST))
                        .isEqualTo(number(
                                database,
                                "select (select count(*) from phone_verification)"
                                        + " + (select count(phone) + count(parameters) from sms_message)"));

                // The batch of local_inbox, after two steps and one table.
                kill(suite, addresses, database, 4, "{\"kind\": \"SHARED_KEYSETS\", \"reason\": \"Test.\"}");
                assertThat(number(database, "select changed" + LAST)).isZero();
                assertThat(number(database, "select processed" + LAST)).isGreaterThanOrEqualTo(2 * PHONES);

                // The batch of account keys, after three steps.
                long version = number(database, "select max(version) from service_key");
                kill(suite, addresses, database, 4, "{\"kind\": \"MASTER_KEY\", \"reason\": \"Test.\"}");
                assertThat(text(database, "select string_agg(cast(version as text), ' ') from service_key"))
                        .as("one new service key, and no earlier one")
                        .isEqualTo(Long.toString(version + 1));
                assertThat(number(database, "select changed" + LAST))
                        .as("the keys of all accounts, and the new index key")
                        .isEqualTo(number(database, accounts) + 1);

                readEverything(operator);
                // on a busy machine, four restarts take longer than the five minutes of a code
                execute(
                        database,
                        "update phone_verification set expires_at = clock_timestamp() + interval '5 minutes'");
                for (Map.Entry<String, String> verification : verifications.entrySet()) {
                    String code = operator.code(verification.getKey()).orElseThrow();
                    applicant.enterPhoneCode(verification.getValue(), code);
                }
            }
        }
    }

    private void requestCodes(Applicant applicant, Operator operator) {
        for (int i = 0; i < PHONES; i++) {
            String phone = InventedPerson.drawn(random).phone();
            verifications.put(phone, applicant.requestPhoneCode(phone));
            Waiting.until("the code", () -> operator.code(phone));
        }
    }

    /** Finds each message by the keyed hash of its number, and decrypts it. */
    private void readEverything(Operator operator) {
        verifications
                .keySet()
                .forEach(phone -> assertThat(operator.inbox(phone)).hasSize(1));
    }

    /**
     * Starts a job, lets the service end before the commit of a batch, starts it again, and waits for the end.
     *
     * @param batch number of the batch, from 1; changes of step count as well
     */
    private void kill(Suite suite, Addresses addresses, Connection database, int batch, String job)
            throws IOException, SQLException {
        Files.writeString(failPoint, "keys.before-commit:" + batch);
        Api operator = Login.as("operator", addresses);
        operator.post(URI.create(addresses.notification() + "/v1/operations/keys/jobs"), Api.JSON.readTree(job))
                .expect(200);
        Waiting.until(
                "the end of the process",
                () -> suite.processes().isRunning(SERVICE) ? Optional.empty() : Optional.of(true));
        assertThat(failPoint).as("the process ended at the fail-point").doesNotExist();
        assertThat(text(database, "select state" + LAST)).isEqualTo("RUNNING");
        long before = number(database, "select processed" + LAST);

        // Otherwise the new process would wait half a minute, as another replica would.
        execute(database, "update key_job set worker_until = clock_timestamp() where state = 'RUNNING'");
        suite.start(SERVICE);
        Waiting.until(
                "the end of the job",
                () -> text(database, "select state" + LAST).equals("FINISHED") ? Optional.of(true) : Optional.empty());
        assertThat(number(database, "select processed" + LAST)).isGreaterThan(before);
        assertThat(number(database, "select unreadable" + LAST)).isZero();
    }

    private static Addresses addresses(Suite suite) {
        return new Addresses(
                URI.create(suite.url("qualification-service")),
                URI.create(suite.url("document-service")),
                URI.create(suite.url("review-service")),
                URI.create(suite.url("notification-service")),
                URI.create(suite.infrastructure().identity().issuer()));
    }

    private static long number(Connection database, String sql) {
        return Long.parseLong(text(database, sql));
    }

    private static String text(Connection database, String sql) {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
