package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.audited;
import static io.zizhi.platform.operations.OperatorApi.get;
import static io.zizhi.platform.operations.OperatorApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.local.state.Keysets;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.EncryptionConfig;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class KeyJobsComponentTest {

    private static final Pattern PRIMARY = Pattern.compile("\"primaryKeyId\":\\s*(\\d+)");
    private static final String REASON = "{\"reason\":\"Yearly replacement.\"}";

    @Inject
    EncryptionConfig config;

    @Inject
    AccountCiphers ciphers;

    @Inject
    AgroalDataSource database;

    @TempDir
    private Path folder;

    @Test
    void refuses_a_phone_number_in_the_reason() {
        post(FIRST, BASE + "/keys/jobs", "{\"kind\":\"MASTER_KEY\",\"reason\":\"13800138000\"}")
                .statusCode(400)
                .body("errors.code", contains("PERSONAL_NUMBER"));
    }

    @Test
    void destroys_an_earlier_version_of_the_master_key_once_nothing_needs_it() throws Exception {
        Path earlier = config.directory().resolve("master-test.json");
        Files.copy(Keysets.in(folder).resolve(Keysets.MASTER), earlier);
        String version = versionOf(earlier);
        execute("insert into service_key(version, wrapped, master_version)" + " select min(version) - 1, 'AAAA', '"
                + version + "' from service_key");
        try {
            destroy(version)
                    .statusCode(409)
                    .body("code", equalTo("MASTER_KEY_VERSION_IN_USE"))
                    .body("detail", containsString("encrypts service key"));
        } finally {
            execute("delete from service_key where wrapped = 'AAAA'");
        }
        assertThat(earlier).exists();
        destroy(version).statusCode(200);

        assertThat(earlier).doesNotExist();
        assertThat(audited("master-key-version", version))
                .extracting(row -> row.substring(row.indexOf(' ') + 1))
                .containsExactly("master-key-version.destruction-started", "master-key-version.destroyed");
        destroy(version).statusCode(404).body("code", equalTo("MASTER_KEY_VERSION_NOT_FOUND"));
        destroy("none").statusCode(404);
    }

    @Test
    void destroys_no_version_while_the_master_key_is_replaced() throws Exception {
        Path earlier = config.directory().resolve("master-running.json");
        Files.copy(Keysets.in(folder).resolve(Keysets.MASTER), earlier);
        execute("insert into key_job(kind, started_by, reason, worker, worker_until)"
                + " values ('MASTER_KEY', 'test', 'test', 'another', now() + interval '5 minutes')");
        try {
            destroy(versionOf(earlier))
                    .statusCode(409)
                    .body("code", equalTo("MASTER_KEY_VERSION_IN_USE"))
                    .body("detail", containsString("is running"));
            assertThat(earlier).exists();
        } finally {
            execute("delete from key_job where worker = 'another'");
            Files.delete(earlier);
        }
    }

    @Test
    void newest_version_of_the_master_key_is_not_destroyed() throws IOException {
        Path newest = config.directory().resolve("master.json");
        destroy(versionOf(newest)).statusCode(409).body("code", equalTo("MASTER_KEY_VERSION_IN_USE"));
        assertThat(newest).exists();
    }

    @Test
    void lists_damaged_keys_until_an_operator_has_decided() throws SQLException {
        String account = "damaged-" + UUID.randomUUID();
        execute("insert into account_key(account_id, fields, objects, service_key_version, damaged_at)" + " select '"
                + account + "', '\\x01', '\\x01', max(version), now() from service_key");
        get(BASE + "/keys")
                .statusCode(200)
                .body("damagedAccounts", hasItem(account))
                .body("damagedCount", greaterThanOrEqualTo(1));

        decide(account, "RESTORED").statusCode(409).body("code", equalTo("ACCOUNT_KEY_DAMAGED"));
        decide(account, "DESTROYED").statusCode(200).body("damagedAccounts", not(hasItem(account)));
        decide(account, "DESTROYED").statusCode(404).body("code", equalTo("ACCOUNT_KEY_NOT_DAMAGED"));
        assertThat(text("select string_agg(action, ', ' order by sequence) from audit_entry where object_id = '"
                        + account + "'"))
                .startsWith("account.erasure-begun, account-key.destroyed");
        assertThat(text("select count(*) from account_erasure where account_id = '" + account + "'"))
                .isEqualTo("1");
        assertThat(text("select destroyed_at is not null and fields is null from account_key where account_id = '"
                        + account + "'"))
                .isEqualTo("t");
    }

    @Test
    void usable_keys_and_held_accounts_are_not_destroyed() throws SQLException {
        String usable = "usable-" + UUID.randomUUID();
        Reactive.run(() -> ciphers.forAccount(usable));
        execute("update account_key set damaged_at = now() where account_id = '" + usable + "'");
        decide(usable, "DESTROYED").statusCode(409).body("code", equalTo("ACCOUNT_KEY_USABLE"));
        decide(usable, "RESTORED").statusCode(200).body("damagedAccounts", not(hasItem(usable)));

        String held = HeldAccounts.PREFIX + UUID.randomUUID();
        execute("insert into account_key(account_id, fields, objects, service_key_version, damaged_at)" + " select '"
                + held + "', '\\x01', '\\x01', max(version), now() from service_key");
        try {
            decide(held, "DESTROYED").statusCode(409).body("code", equalTo("ERASURE_WITHHELD"));
            get(BASE + "/keys").statusCode(200).body("damagedAccounts", hasItem(held));
        } finally {
            execute("delete from account_key where account_id = '" + held + "'");
        }
    }

    private static ValidatableResponse destroy(String version) {
        return post(FIRST, BASE + "/keys/master-versions/" + version + "/destruction", REASON);
    }

    private static ValidatableResponse decide(String account, String decision) {
        return post(
                FIRST,
                BASE + "/keys/damaged/" + account,
                "{\"decision\":\"" + decision + "\",\"reason\":\"Found by a job.\"}");
    }

    private static String versionOf(Path keyset) throws IOException {
        Matcher found = PRIMARY.matcher(Files.readString(keyset));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
