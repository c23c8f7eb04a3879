package io.zizhi.platform.privacy.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Waits;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class EncryptAgainComponentTest {

    /** More than two batches. */
    private static final int ROWS = 250;

    @Inject
    AccountKeys keys;

    @Inject
    ServiceKeys serviceKeys;

    @Inject
    Keysets shared;

    @Inject
    KeyJobs jobs;

    @Inject
    AgroalDataSource database;

    private final long id = UUID.randomUUID().getMostSignificantBits() >>> 1;
    private final String account = "account-" + id;

    @Test
    void new_account_key_replaces_the_old_one_although_a_batch_fails() throws SQLException {
        AccountCipher before = cipher();
        store(before, ROWS);
        String wrapped = text("select encode(fields, 'hex') from account_key where account_id = '" + account + "'");
        execute("""
                create function refuse_late_parts() returns trigger language plpgsql as $$
                begin
                    if new.part = 180 then raise exception 'stop'; end if;
                    return new;
                end $$;
                create trigger refuse before update on secret for each row execute function refuse_late_parts()
                """);
        try {
            start(KeyJobKind.ACCOUNT_KEY, account);
            Waits.awaitWaking(jobs::wake)
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> text("select coalesce(failure, '') from key_job order by id desc limit 1")
                            .contains("stop"));
            assertThat(number("select changed from key_job order by id desc limit 1"))
                    .isEqualTo(200);
        } finally {
            execute("drop trigger refuse on secret; drop function refuse_late_parts()");
        }
        awaitEnd();

        assertThat(number("select changed from key_job order by id desc limit 1"))
                .isEqualTo(2L * ROWS);
        assertThat(text("select encode(fields, 'hex') from account_key where account_id = '" + account + "'"))
                .isNotEqualTo(wrapped);
        AccountCipher after = cipher();
        for (int part : new int[] {1, 100, 180, ROWS}) {
            assertThat(after.decrypt(word(part), address(part))).isEqualTo("王小明" + part);
            assertThatThrownBy(() -> before.decrypt(word(part), address(part)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void values_under_the_shared_keysets_get_the_key_of_their_account() throws Exception {
        execute("update shared_keysets set in_use = true");
        Reactive.run(() -> serviceKeys.refresh().replaceWith(true));
        AccountCipher old = new AccountCipher(sharedOnly(), "platform", account);
        store(old, 3);
        AccountCipher current = new AccountCipher(Reactive.run(() -> keys.of(account)), "platform", account);
        assertThat(current.decrypt(word(1), address(1))).isEqualTo("王小明1");
        assertThat(old.decrypt(current.encrypt("新", address(2)), address(2)))
                .as("replicas of the release before can read what this one writes")
                .isEqualTo("新");

        start(KeyJobKind.SHARED_KEYSETS, null);
        awaitEnd();

        assertThat(text("select in_use from shared_keysets")).isEqualTo("f");
        assertThat(cipher().decrypt(word(3), address(3))).isEqualTo("王小明3");
        assertThatThrownBy(() -> old.decrypt(word(3), address(3))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unreadable_value_is_counted_and_does_not_stop_the_job() throws SQLException {
        store(cipher(), 2);
        execute("update secret set word = '\\x01020304050607' where part = 1 and id = " + id);
        start(KeyJobKind.ACCOUNT_KEY, account);
        awaitEnd();
        assertThat(number("select unreadable from key_job order by id desc limit 1"))
                .isPositive();
        assertThat(cipher().decrypt(word(2), address(2))).isEqualTo("王小明2");
        execute("delete from secret where id = " + id);
    }

    @Test
    void damaged_account_key_is_counted_and_does_not_stop_the_job() throws SQLException {
        store(cipher(), 2);
        execute("update account_key set fields = '\\x0102' where account_id = '" + account + "'");
        start(KeyJobKind.SHARED_KEYSETS, null);
        awaitEnd();
        assertThat(number("select unreadable from key_job order by id desc limit 1"))
                .isPositive();

        start(KeyJobKind.ACCOUNT_KEY, account);
        awaitEnd();
        assertThat(number("select unreadable from key_job order by id desc limit 1"))
                .isEqualTo(1);
        execute("delete from secret where id = " + id);
        execute("delete from account_key where account_id = '" + account + "'");
    }

    private void start(KeyJobKind kind, @Nullable String accountId) {
        assertThat(Reactive.inTransaction(() -> jobs.start(kind, accountId, "operator", "test")))
                .isPresent();
    }

    private void awaitEnd() {
        Waits.awaitWaking(jobs::wake)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> text("select state from key_job order by id desc limit 1")
                        .equals("FINISHED"));
    }

    private void store(AccountCipher cipher, int rows) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into secret(id, part, account_id, word, note) values (?, ?, ?, ?, ?)")) {
            for (int part = 1; part <= rows; part++) {
                statement.setLong(1, id);
                statement.setInt(2, part);
                statement.setString(3, account);
                statement.setBytes(4, cipher.encrypt("王小明" + part, address(part)));
                statement.setBytes(5, cipher.encrypt("注", new FieldAddress(SecretTable.NAME, "note", id + "/" + part)));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private byte[] word(int part) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from secret where id = " + id + " and part = " + part)) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    private FieldAddress address(int part) {
        return new FieldAddress(SecretTable.NAME, "word", id + "/" + part);
    }

    /** Returns a cipher with the keys that are in the database now. */
    private AccountCipher cipher() {
        return Reactive.run(() -> keys.newest(account)).fields();
    }

    private AccountKey sharedOnly() throws GeneralSecurityException {
        return AccountKey.of(primitive(shared.fields(), Aead.class), primitive(shared.objects(), StreamingAead.class));
    }

    private static <P> P primitive(Optional<KeysetHandle> keys, Class<P> kind) throws GeneralSecurityException {
        return keys.orElseThrow().getPrimitive(RegistryConfiguration.get(), kind);
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
