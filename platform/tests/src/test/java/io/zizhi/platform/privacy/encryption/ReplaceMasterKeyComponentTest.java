package io.zizhi.platform.privacy.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Waits;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ReplaceMasterKeyComponentTest {

    private static final FieldAddress HERE = new FieldAddress("revision", "personal_data", "1");
    private static final int ACCOUNTS = 250;

    @Inject
    AccountKeys keys;

    @Inject
    AccountKeyRepository repository;

    @Inject
    ServiceKeys serviceKeys;

    @Inject
    Keysets shared;

    @Inject
    EncryptionConfig config;

    @Inject
    KeyJobs jobs;

    @Inject
    AgroalDataSource database;

    @Test
    void new_service_key_replaces_the_old_one_although_a_batch_is_lost() throws SQLException {
        String prefix = "rotated-" + UUID.randomUUID() + "-";
        List<byte[]> before = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            before.add(cipher(keys, prefix + i).encrypt("王小明" + i, HERE));
        }
        String destroyed = prefix + "destroyed";
        Reactive.inTransaction(() -> keys.destroy(destroyed).replaceWith(true));
        long oldVersion = number("select max(version) from service_key");
        LosesOneBatch loses = new LosesOneBatch();
        QuarkusMock.installMockForType(loses, AccountKeys.class);

        Reactive.inTransaction(() -> jobs.start(KeyJobKind.MASTER_KEY, null, "operator", "test"));
        Waits.awaitWaking(jobs::wake)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> text("select state from key_job order by id desc limit 1")
                        .equals("FINISHED"));

        assertThat(loses.batches.get()).isGreaterThan(3);
        assertThat(number("select count(*) from service_key")).isEqualTo(1);
        assertThat(number("select min(version) from service_key")).isEqualTo(oldVersion + 1);
        assertThat(number("select count(*) from account_key where service_key_version <= " + oldVersion))
                .isZero();
        assertThat(number("select changed from key_job order by id desc limit 1"))
                .isGreaterThanOrEqualTo(ACCOUNTS);
        AccountKeys replica = replica();
        for (int i = 0; i < ACCOUNTS; i++) {
            assertThat(cipher(replica, prefix + i).decrypt(before.get(i), HERE)).isEqualTo("王小明" + i);
        }
        assertThat(cipher(replica, destroyed).isDestroyed()).isTrue();
    }

    @Test
    void damaged_account_key_is_set_aside_and_the_job_goes_on() throws SQLException {
        String prefix = "damaged-" + UUID.randomUUID() + "-";
        byte[] sound = cipher(keys, prefix + "sound").encrypt("王小明", HERE);
        byte[] restored = cipher(keys, prefix + "restored").encrypt("李小明", HERE);
        cipher(keys, prefix + "lost");
        String fields =
                text("select encode(fields, 'hex') from account_key where account_id = '" + prefix + "restored'");
        execute("update account_key set fields = '\\x0102' where account_id in ('" + prefix + "restored', '" + prefix
                + "lost')");
        long oldVersion = number("select max(version) from service_key");

        Reactive.inTransaction(() -> jobs.start(KeyJobKind.MASTER_KEY, null, "operator", "test"));
        awaitEnd();

        assertThat(number("select unreadable from key_job order by id desc limit 1"))
                .isEqualTo(2);
        assertThat(number("select count(*) from account_key where damaged_at is not null and service_key_version = "
                        + oldVersion))
                .isEqualTo(2);
        assertThat(number("select count(*) from service_key where version = " + oldVersion))
                .as("the service key of damaged keys stays")
                .isEqualTo(1);
        assertThat(cipher(replica(), prefix + "sound").decrypt(sound, HERE)).isEqualTo("王小明");

        assertThat(Reactive.inTransaction(() -> keys.takeBack(prefix + "restored")))
                .as("still damaged")
                .contains(false);
        execute("update account_key set fields = decode('" + fields + "', 'hex') where account_id = '" + prefix
                + "restored'");
        assertThat(Reactive.inTransaction(() -> keys.takeBack(prefix + "restored")))
                .contains(true);
        assertThat(Reactive.inTransaction(() -> keys.areUsableAgain(prefix + "lost")))
                .contains(false);
        assertThat(Reactive.inTransaction(() -> keys.areUsableAgain(prefix + "sound")))
                .as("sound keys were not set aside")
                .isEmpty();
        Reactive.inTransaction(() -> keys.destroy(prefix + "lost").replaceWith(true));

        Reactive.inTransaction(() -> jobs.start(KeyJobKind.MASTER_KEY, null, "operator", "test"));
        awaitEnd();
        assertThat(number("select count(*) from service_key")).isEqualTo(1);
        assertThat(cipher(replica(), prefix + "restored").decrypt(restored, HERE))
                .isEqualTo("李小明");
        assertThat(cipher(replica(), prefix + "lost").isDestroyed()).isTrue();
    }

    private void awaitEnd() {
        Waits.awaitWaking(jobs::wake)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> text("select state from key_job order by id desc limit 1")
                        .equals("FINISHED"));
    }

    @Test
    void failure_leaves_the_job_to_any_replica() throws SQLException {
        execute("insert into service_key(version, wrapped, master_version)"
                + " select max(version) + 1, 'AAAA', 'another' from service_key");
        try {
            Reactive.inTransaction(() -> jobs.start(KeyJobKind.MASTER_KEY, null, "operator", "test"));
            jobs.wake();
            Waits.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> text("select failure is not null and worker is null from key_job"
                                    + " order by id desc limit 1")
                            .equals("t"));
        } finally {
            execute("delete from service_key where master_version = 'another'");
        }
        Waits.awaitWaking(jobs::wake)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> text("select state from key_job order by id desc limit 1")
                        .equals("FINISHED"));
        assertThat(number("select count(*) from service_key")).isEqualTo(1);
    }

    /** Fails once within a batch, whose transaction is then rolled back, as after a crash. */
    private final class LosesOneBatch extends AccountKeys {

        private final AtomicInteger batches = new AtomicInteger();

        LosesOneBatch() {
            super(repository, serviceKeys, shared, config, "platform");
        }

        @Override
        public Uni<Rewrapped> wrapAgain(int limit) {
            return super.wrapAgain(limit).invoke(() -> {
                if (batches.incrementAndGet() == 2) {
                    throw new IllegalStateException("lost");
                }
            });
        }
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
            rows.next();
            return rows.getString(1);
        }
    }

    private static AccountCipher cipher(AccountKeys keys, String account) {
        return new AccountCipher(Reactive.run(() -> keys.of(account)), "platform", account);
    }

    private AccountKeys replica() {
        return new AccountKeys(repository, serviceKeys, shared, config, "platform");
    }
}
