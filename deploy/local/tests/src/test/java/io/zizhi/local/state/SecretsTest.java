package io.zizhi.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void creates_secret_once() {
        String first = new Secrets(folder).get("a");
        assertThat(first).matches("[A-Za-z0-9_-]{32}");
        assertThat(new Secrets(folder).get("a")).isEqualTo(first);
        assertThat(new Secrets(folder).get("b")).isNotEqualTo(first);
    }

    @Test
    void secret_is_private_and_has_no_copy() throws Exception {
        Path file = new Secrets(folder.resolve("secrets")).file("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void creates_keysets_once() throws Exception {
        Keysets.in(folder);
        String fields = Files.readString(folder.resolve(Keysets.FIELDS));
        assertThat(fields).contains("AesGcmKey");
        assertThat(Files.readString(folder.resolve(Keysets.OBJECTS))).contains("AesGcmHkdfStreamingKey");
        assertThat(Files.readString(folder.resolve(Keysets.BLIND_INDEX))).contains("HmacPrfKey");
        Keysets.in(folder);
        assertThat(Files.readString(folder.resolve(Keysets.FIELDS))).isEqualTo(fields);
    }

    /** The JVM encrypts long segments slowly. */
    @Test
    void objects_are_encrypted_in_short_segments() throws Exception {
        String objects = Files.readString(Keysets.in(folder).resolve(Keysets.OBJECTS));
        KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                objects, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        assertThat(keyset.getPrimary().getKey().getParameters())
                .isEqualTo(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB);
    }

    @Test
    void services_have_different_keysets() throws Exception {
        assertThat(Files.readString(Keysets.of("review", folder).resolve(Keysets.MASTER)))
                .isNotEqualTo(Files.readString(Keysets.of("document", folder).resolve(Keysets.MASTER)));
    }

    @Test
    void services_keep_the_keysets_that_they_shared() throws Exception {
        Keysets.in(folder);
        String shared = Files.readString(folder.resolve(Keysets.BLIND_INDEX));
        Path review = Keysets.of("review", folder);
        Path document = Keysets.of("document", folder);
        assertThat(Files.readString(review.resolve(Keysets.BLIND_INDEX))).isEqualTo(shared);
        assertThat(Files.readString(document.resolve(Keysets.BLIND_INDEX))).isEqualTo(shared);
        assertThat(Files.readString(review.resolve(Keysets.MASTER)))
                .isNotEqualTo(Files.readString(document.resolve(Keysets.MASTER)));
    }
}
