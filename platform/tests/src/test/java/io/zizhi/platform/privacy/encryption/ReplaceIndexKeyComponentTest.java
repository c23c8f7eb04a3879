package io.zizhi.platform.privacy.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import io.zizhi.platform.testkit.IndexKeyReplacement;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Waits;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ReplaceIndexKeyComponentTest {

    /** More than two batches. */
    private static final int ROWS = 250;

    private static final String LAST = " from key_job order by id desc limit 1";

    @Inject
    AccountKeys keys;

    @Inject
    BlindIndex index;

    @Inject
    IndexKeys indexKeys;

    @Inject
    IndexKeyRepository repository;

    @Inject
    ServiceKeys serviceKeys;

    @Inject
    Keysets files;

    @Inject
    EncryptionConfig config;

    @Inject
    Vertx vertx;

    @Inject
    KeyJobs jobs;

    @Inject
    AgroalDataSource database;

    private final String account = "account-" + UUID.randomUUID();

    @AfterEach
    void clear() throws SQLException {
        execute("delete from hashed");
    }

    @Test
    void every_row_is_found_in_the_middle_and_has_a_new_hash_at_the_end() throws SQLException {
        store(ROWS);
        String before = index.of(HashedTable.NAME, phone(1)).stored();
        long version = number("select max(version) from index_key");
        execute("""
                create function refuse_late_rows() returns trigger language plpgsql as $$
                begin
                    if new.id = 180 then raise exception 'stop'; end if;
                    return new;
                end $$;
                create trigger refuse before update on hashed for each row execute function refuse_late_rows()
                """);
        try {
            start(KeyJobKind.INDEX_KEY);
            IndexKeyReplacement.await(jobs, indexKeys)
                    .until(() -> text("select coalesce(failure, '')" + LAST).contains("stop"));
            assertThat(number("select changed" + LAST)).isEqualTo(100);
            assertThat(index.of(HashedTable.NAME, phone(1)).others()).containsExactly(before);
            for (int id : new int[] {1, 100, 101, 180, ROWS}) {
                assertThat(found(id)).as("row %s is found once", id).isEqualTo(1);
            }
            insert(ROWS + 1);
            assertThat(found(ROWS + 1)).isEqualTo(1);
        } finally {
            execute("drop trigger refuse on hashed; drop function refuse_late_rows()");
        }
        awaitEnd();

        assertThat(number("select changed" + LAST)).isEqualTo(ROWS);
        assertThat(text("select string_agg(version || state, ',') from index_key"))
                .isEqualTo(version + 1 + "IN_USE");
        Reactive.run(() -> indexKeys.refresh().replaceWith(true));
        BlindHash after = index.of(HashedTable.NAME, phone(1));
        assertThat(after.all()).containsExactly(after.stored()).doesNotContain(before);
        for (int id : new int[] {1, 180, ROWS, ROWS + 1}) {
            assertThat(found(id)).isEqualTo(1);
        }
    }

    @Test
    void waits_for_replicas_of_the_previous_release() throws SQLException {
        try (var earlier = database.getConnection()) {
            earlier.setClientInfo("ApplicationName", "outbox-relay");
            start(KeyJobKind.INDEX_KEY);
            Waits.awaitWaking(jobs::wake)
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> text("select coalesce(failure, '')" + LAST).contains("previous release"));
            assertThat(number("select count(*) from index_key")).isEqualTo(1);
            earlier.setClientInfo("ApplicationName", "");
        }
        awaitEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPREAD_USE", "WALK", "DROP"})
    void waits_for_earlier_replicas_that_join_later(String step) throws SQLException {
        try (var earlier = database.getConnection()) {
            earlier.setClientInfo("ApplicationName", "outbox-relay");
            execute("insert into key_job(kind, started_by, reason, step) values ('INDEX_KEY', 'test', 'test', '" + step
                    + "')");
            Waits.awaitWaking(jobs::wake)
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> text("select coalesce(failure, '')" + LAST).contains("previous release"));
            assertThat(text("select step" + LAST)).isEqualTo(step);
            earlier.setClientInfo("ApplicationName", "");
        }
        awaitEnd();
    }

    @Test
    void earlier_key_stays_until_every_hash_was_computed_again() throws SQLException {
        store(2);
        String phone = text("select encode(phone, 'hex') from hashed where id = 1");
        execute("update hashed set phone = '\\x0102' where id = 1");
        start(KeyJobKind.INDEX_KEY);
        awaitEnd();
        assertThat(number("select unreadable" + LAST)).isPositive();
        assertThat(number("select count(*) from index_key where state = 'RETIRED' and needed_until is null"))
                .isEqualTo(1);
        assertThat(found(1)).isEqualTo(1);
        assertThat(found(2)).isEqualTo(1);

        execute("update hashed set phone = '\\x" + phone + "' where id = 1");
        start(KeyJobKind.INDEX_KEY);
        awaitEnd();
        assertThat(number("select count(*) from index_key")).isEqualTo(1);
        Reactive.run(() -> indexKeys.refresh().replaceWith(true));
        assertThat(found(1)).isEqualTo(1);
    }

    @Test
    void retired_key_is_deleted_when_nothing_needs_it() throws SQLException {
        start(KeyJobKind.INDEX_KEY);
        awaitEnd();
        execute("insert into index_key(version, state, needed_until)"
                + " values (0, 'RETIRED', now() + interval '1 hour')");
        Reactive.run(() -> indexKeys.refresh().replaceWith(true));
        assertThat(index.of(HashedTable.NAME, phone(1)).others()).hasSize(1);
        assertThat(number("select count(*) from index_key")).isEqualTo(2);

        execute("update index_key set needed_until = now() where state = 'RETIRED'");
        Reactive.run(() -> indexKeys.refresh().replaceWith(true));
        assertThat(number("select count(*) from index_key")).isEqualTo(1);
        assertThat(index.of(HashedTable.NAME, phone(1)).others()).isEmpty();
    }

    @Test
    void new_service_key_encrypts_the_index_key() throws SQLException {
        start(KeyJobKind.INDEX_KEY);
        awaitEnd();
        start(KeyJobKind.MASTER_KEY);
        awaitEnd();

        assertThat(number("select count(*) from service_key")).isEqualTo(1);
        IndexKeys replica = new IndexKeys(vertx, repository, serviceKeys, files, config, "platform");
        Reactive.run(() -> replica.refresh().replaceWith(true));
        assertThat(new BlindIndex(replica).of("column", "value")).isEqualTo(index.of("column", "value"));
    }

    @Test
    void replica_that_cannot_read_the_keys_stops_using_them() {
        AtomicLong nanoTime = new AtomicLong();
        IndexKeys replica = new IndexKeys(vertx, repository, serviceKeys, files, config, "platform", nanoTime::get);
        Reactive.run(() -> replica.refresh().replaceWith(true));
        nanoTime.addAndGet(config.serviceKeyPause()
                .multipliedBy(3)
                .plus(config.indexKeyReserve())
                .toNanos());
        assertThat(replica.known().byVersion()).isNotEmpty();
        nanoTime.incrementAndGet();
        assertRefused(replica, "DEPENDENCY_UNAVAILABLE");
        Reactive.run(() -> replica.refresh().replaceWith(true));
        assertThat(replica.known().byVersion()).isNotEmpty();
    }

    @Test
    void replica_with_unusable_keys_blames_the_keys() {
        AtomicLong nanoTime = new AtomicLong();
        AtomicBoolean damaged = new AtomicBoolean();
        IndexKeyRepository table = new IndexKeyRepository() {
            @Override
            Uni<List<Row>> all() {
                return damaged.get() ? Uni.createFrom().item(List.of()) : repository.all();
            }
        };
        IndexKeys replica = new IndexKeys(vertx, table, serviceKeys, files, config, "platform", nanoTime::get);
        Reactive.run(() -> replica.refresh().replaceWith(true));
        nanoTime.addAndGet(Duration.ofDays(1).toNanos());
        damaged.set(true);
        assertThatThrownBy(() -> Reactive.run(() -> replica.refresh().replaceWith(true)))
                .hasMessageContaining("no key in use");
        assertRefused(replica, "KEYS_UNAVAILABLE");
    }

    private static void assertRefused(IndexKeys replica, String code) {
        assertThatThrownBy(replica::known)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void store(int rows) throws SQLException {
        for (int id = 1; id <= rows; id++) {
            insert(id);
        }
    }

    private void insert(int id) throws SQLException {
        AccountCipher cipher = Reactive.run(() -> keys.newest(account)).fields();
        byte[] phone = cipher.encrypt(phone(id), new FieldAddress(HashedTable.NAME, "phone", Integer.toString(id)));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("insert into hashed values (?, ?, ?, ?)")) {
            statement.setLong(1, id);
            statement.setString(2, account);
            statement.setBytes(3, phone);
            statement.setString(4, index.of(HashedTable.NAME, phone(id)).stored());
            statement.execute();
        }
    }

    private static String phone(int id) {
        return String.format("138%08d", id);
    }

    /** Counts the rows that a search for the phone of a row finds. */
    private long found(int id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from hashed where phone_index = any(?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", index.of(HashedTable.NAME, phone(id)).array()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void start(KeyJobKind kind) {
        assertThat(Reactive.inTransaction(() -> jobs.start(kind, null, "operator", "test")))
                .isPresent();
    }

    private void awaitEnd() {
        IndexKeyReplacement.await(jobs, indexKeys)
                .until(() -> text("select state" + LAST).equals("FINISHED"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
