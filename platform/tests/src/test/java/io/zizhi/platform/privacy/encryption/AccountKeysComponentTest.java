package io.zizhi.platform.privacy.encryption;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AccountKeysComponentTest {

    private static final FieldAddress HERE = new FieldAddress("revision", "personal_data", "1");

    @Inject
    AccountKeys keys;

    @Inject
    AccountKeyRepository repository;

    @Inject
    ServiceKeys serviceKeys;

    @Inject
    IndexKeys indexKeys;

    @Inject
    ServiceKeyRepository serviceKeyRepository;

    @Inject
    MasterKey masterKey;

    @Inject
    Vertx vertx;

    @Inject
    Keysets shared;

    @Inject
    EncryptionConfig config;

    @Inject
    AgroalDataSource database;

    private final String account = "account-" + UUID.randomUUID();

    /** The database of the tests looks like one from before the keys of accounts. */
    @BeforeEach
    void leaveSharedKeysets() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update shared_keysets set in_use = false");
        }
        await().until(() -> !serviceKeys.sharedKeysetsInUse());
    }

    @Test
    void accounts_have_different_keys() {
        byte[] encrypted = cipher(keys, account).encrypt("王小明", HERE);
        AccountCipher foreign =
                new AccountCipher(Reactive.run(() -> keys.of("another-" + account)), "platform", account);
        assertThatThrownBy(() -> foreign.decrypt(encrypted, HERE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void replicas_use_the_same_keys() {
        byte[] encrypted = cipher(keys, account).encrypt("王小明", HERE);
        assertThat(cipher(replica(), account).decrypt(encrypted, HERE)).isEqualTo("王小明");
    }

    @Test
    void replicas_that_need_new_keys_at_once_get_the_same() throws Exception {
        Callable<AccountCipher> inTransaction = () -> {
            AccountKey key = Reactive.inTransaction(() -> replica().of(account));
            return new AccountCipher(key, "platform", account);
        };
        List<AccountCipher> ciphers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<AccountCipher> cipher : threads.invokeAll(Collections.nCopies(8, inTransaction))) {
                ciphers.add(cipher.get());
            }
        }
        byte[] encrypted = ciphers.getFirst().encrypt("王小明", HERE);
        assertThat(ciphers)
                .extracting(cipher -> cipher.decrypt(encrypted, HERE))
                .containsOnly("王小明");
    }

    @Test
    void keys_of_a_failed_transaction_are_not_kept() {
        assertThatThrownBy(() -> Reactive.inTransaction(() -> keys.of(account)
                        .chain(key -> Uni.createFrom().<AccountKey>failure(new IllegalStateException("stop")))))
                .hasMessage("stop");
        byte[] encrypted = cipher(keys, account).encrypt("王小明", HERE);
        assertThat(cipher(replica(), account).decrypt(encrypted, HERE)).isEqualTo("王小明");
    }

    @Test
    void destroyed_keys_make_fields_and_objects_unreadable() throws IOException {
        byte[] field = cipher(keys, account).encrypt("王小明", HERE);
        byte[] object = stored(Reactive.run(() -> keys.of(account).map(ObjectCipher::new)));
        destroy();
        for (AccountKeys each : new AccountKeys[] {keys, replica()}) {
            AccountCipher cipher = cipher(each, account);
            assertThat(cipher.isDestroyed()).isTrue();
            assertErased(() -> cipher.decrypt(field, HERE));
            assertErased(() -> cipher.encrypt("王小明", HERE));
            ObjectCipher objects = Reactive.run(() -> each.of(account).map(ObjectCipher::new));
            assertErased(() -> objects.decrypting(new ByteArrayInputStream(object), "key-1"));
        }
    }

    @Test
    void accounts_without_keys_never_get_any_after_they_were_erased() {
        destroy();
        assertErased(() -> cipher(keys, account).encrypt("王小明", HERE));
        assertErased(() -> cipher(replica(), account).encrypt("王小明", HERE));
    }

    @Test
    void destruction_in_a_failed_transaction_has_no_effect() {
        byte[] encrypted = cipher(keys, account).encrypt("王小明", HERE);
        assertThatThrownBy(() -> Reactive.inTransaction(() -> keys.destroy(account)
                        .chain(done -> Uni.createFrom().<Void>failure(new IllegalStateException("stop")))))
                .hasMessage("stop");
        assertThat(cipher(keys, account).decrypt(encrypted, HERE)).isEqualTo("王小明");
    }

    @Test
    void new_account_gets_503_while_the_service_key_was_removed() throws SQLException {
        int removed = serviceKeys.newestVersion() + 1;
        Reactive.run(() -> serviceKeys.create(removed).replaceWith(true));
        ServiceKeys outdated = new ServiceKeys(vertx, serviceKeyRepository, masterKey, config, "platform");
        outdated.stop(new ShutdownEvent());
        Reactive.run(() -> outdated.refresh().replaceWith(true));
        execute("delete from service_key where version = " + removed);
        Reactive.run(() -> serviceKeys.refresh().replaceWith(true));

        AccountKeys replica = new AccountKeys(repository, outdated, shared, config, "platform");
        assertThatThrownBy(() -> Reactive.run(() -> replica.of(account)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("KEYS_UNAVAILABLE"));
    }

    @Test
    void replica_is_not_ready_while_it_cannot_decrypt_a_service_key() throws SQLException {
        execute("insert into service_key(version, wrapped, master_version)"
                + " select max(version) + 1, 'AAAA', 'another' from service_key");
        try {
            assertThatThrownBy(() -> Reactive.run(() -> serviceKeys.refresh().replaceWith(true)))
                    .hasMessageContaining("decrypted");
            // The service reads the keys at any time, too; a read that began before the change may end after it.
            await().until(() -> readiness() == HealthCheckResponse.Status.DOWN);
            assertThatThrownBy(() -> Reactive.inTransaction(
                            () -> serviceKeys.requireNewest().replaceWith(true)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo("KEYS_UNAVAILABLE"));
            assertThat(cipher(keys, account).encrypt("王小明", HERE))
                    .as("known keys still work")
                    .isNotEmpty();
        } finally {
            execute("delete from service_key where master_version = 'another'");
        }
        Reactive.run(() -> serviceKeys.refresh().replaceWith(true));
        await().until(() -> readiness() == HealthCheckResponse.Status.UP);
    }

    private HealthCheckResponse.Status readiness() {
        return new KeysReadiness(serviceKeys, indexKeys).call().getStatus();
    }

    @Test
    void database_holds_no_key_in_clear() throws SQLException {
        cipher(keys, account);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select fields, objects from account_key where account_id = '" + account + "'")) {
            assertThat(rows.next()).isTrue();
            for (String column : new String[] {"fields", "objects"}) {
                assertThat(new String(rows.getBytes(column), StandardCharsets.ISO_8859_1))
                        .doesNotContain("type.googleapis.com/google.crypto.tink.AesGcmKey\u0012");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void destroy() {
        Reactive.inTransaction(() -> keys.destroy(account).replaceWith(true));
    }

    private static byte[] stored(ObjectCipher cipher) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (var encrypting = cipher.encrypting(object, "key-1")) {
            encrypting.write("a photo".getBytes(StandardCharsets.UTF_8));
        }
        return object.toByteArray();
    }

    private static void assertErased(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("ACCOUNT_ERASED"));
    }

    private static AccountCipher cipher(AccountKeys keys, String account) {
        return new AccountCipher(Reactive.run(() -> keys.of(account)), "platform", account);
    }

    /** Returns keys with a cache of their own, as another replica has. */
    private AccountKeys replica() {
        return new AccountKeys(repository, serviceKeys, shared, config, "platform");
    }
}
