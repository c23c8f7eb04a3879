package io.zizhi.platform.privacy.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.local.state.Keysets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMasterKeyTest {

    private static final byte[] KEY = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void earlier_version_decrypts_until_its_file_is_deleted() throws IOException {
        MasterKey.Wrapped before = wrap(open());
        Path earlier = folder.resolve("master-2026.json");
        Files.move(folder.resolve("master.json"), earlier);
        MasterKey both = open();
        MasterKey.Wrapped after = wrap(both);

        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(unwrap(both, before)).isEqualTo(KEY);
        Files.delete(earlier);
        MasterKey newest = open();
        assertThat(unwrap(newest, after)).isEqualTo(KEY);
        assertThatThrownBy(() -> unwrap(newest, before)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void key_of_another_context_is_refused() {
        MasterKey key = open();
        MasterKey.Wrapped wrapped = wrap(key);
        assertThatThrownBy(() -> key.unwrap(wrapped.text(), "document").await().atMost(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private MasterKey open() {
        return new FileMasterKey(Keysets.in(folder).resolve(Keysets.MASTER));
    }

    private static MasterKey.Wrapped wrap(MasterKey key) {
        return key.wrap(KEY, "review").await().atMost(Duration.ofSeconds(1));
    }

    private static byte[] unwrap(MasterKey key, MasterKey.Wrapped wrapped) {
        return key.unwrap(wrapped.text(), "review").await().atMost(Duration.ofSeconds(1));
    }
}
