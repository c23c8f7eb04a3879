package io.zizhi.platform.privacy.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class EncryptionComponentTest {

    private static final FieldAddress HERE = new FieldAddress("qualification_revision", "administrator_phone", "1");

    @Inject
    AccountCiphers ciphers;

    @Inject
    BlindIndex blindIndex;

    @Inject
    AuditLog audit;

    @Inject
    AgroalDataSource database;

    @Test
    void field_decrypts_only_at_its_own_address_and_account() {
        AccountCipher cipher = Reactive.run(() -> ciphers.forAccount("company-a"));
        byte[] encrypted = cipher.encrypt("13812345678", HERE);
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("13812345678");
        assertThat(cipher.decrypt(encrypted, HERE)).isEqualTo("13812345678");
        FieldAddress otherRow = new FieldAddress(HERE.table(), HERE.column(), "2");
        assertThatThrownBy(() -> cipher.decrypt(encrypted, otherRow)).isInstanceOf(IllegalStateException.class);
        AccountCipher other = Reactive.run(() -> ciphers.forAccount("company-b"));
        assertThatThrownBy(() -> other.decrypt(encrypted, HERE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void blind_index_is_equal_only_within_one_column() {
        BlindHash hash = blindIndex.of("phone", "13812345678");
        assertThat(hash.stored()).hasSize(64);
        assertThat(hash.matches(blindIndex.of("phone", "13812345678"))).isTrue();
        assertThat(hash.matches(blindIndex.of("phone", "13812345679"))).isFalse();
        assertThat(hash.matches(blindIndex.of("id", "13812345678"))).isFalse();
    }

    @Test
    void object_decrypts_only_under_its_own_key() throws IOException {
        ObjectCipher objects = Reactive.run(() -> ciphers.objectsOf("company-a"));
        byte[] plain = "a document".repeat(1000).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (var encrypting = objects.encrypting(stored, "key-1")) {
            encrypting.write(plain);
        }
        byte[] encrypted = stored.toByteArray();
        try (var decrypting = objects.decrypting(new ByteArrayInputStream(encrypted), "key-1")) {
            assertThat(decrypting.readAllBytes()).isEqualTo(plain);
        }
        try (var decrypting = objects.decrypting(new ByteArrayInputStream(encrypted), "key-2")) {
            assertThatThrownBy(decrypting::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void audit_row_cannot_be_changed_or_deleted() throws SQLException {
        Reactive.inTransaction(() -> audit.append(new AuditEntry(
                        "reviewer-a",
                        "reviewer",
                        "company-a",
                        "document.viewed",
                        "document",
                        "d1",
                        null,
                        List.of("content")))
                .replaceWith(true));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update audit_entry set actor = 'x'"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.execute("delete from audit_entry"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.execute("truncate audit_entry")).hasMessageContaining("never changed");
        }
    }
}
