package io.zizhi.platform.privacy.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.zizhi.local.state.Keysets;
import io.zizhi.platform.http.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
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
    void destroyed_version_stops_working_on_all_replicas() throws IOException {
        MasterKey.Wrapped before = wrap(open());
        Path earlier = folder.resolve("master-2026.json");
        Files.move(folder.resolve("master.json"), earlier);
        MasterKey one = open();
        MasterKey other = open();
        MasterKey.Wrapped after = wrap(one);
        assertThat(unwrap(other, before)).isEqualTo(KEY);

        assertThat(destroy(one, before.version())).isTrue();
        assertThat(earlier).doesNotExist();
        for (MasterKey replica : new MasterKey[] {one, other}) {
            assertThatThrownBy(() -> unwrap(replica, before)).isInstanceOf(IllegalStateException.class);
            assertThat(unwrap(replica, after)).isEqualTo(KEY);
        }
        assertThat(destroy(one, before.version())).as("a repetition").isFalse();
        assertThatThrownBy(() -> destroy(one, after.version()))
                .as("the newest version")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("MASTER_KEY_VERSION_NOT_DESTROYED"));
    }

    @Test
    void copied_file_of_a_version_is_read_once_and_destroyed_with_it() throws IOException {
        MasterKey.Wrapped before = wrap(open());
        Path earlier = folder.resolve("master-2026.json");
        Path copy = folder.resolve("master-2026-copy.json");
        Files.move(folder.resolve("master.json"), earlier);
        Files.copy(earlier, copy);
        MasterKey key = open();

        assertThat(unwrap(key, before)).isEqualTo(KEY);
        assertThat(destroy(key, before.version())).isTrue();
        assertThat(earlier).doesNotExist();
        assertThat(copy).doesNotExist();
    }

    @Test
    void key_of_another_context_is_refused() {
        MasterKey key = open();
        MasterKey.Wrapped wrapped = wrap(key);
        assertThatThrownBy(() -> key.unwrap(wrapped.text(), "document").await().atMost(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private MasterKey open() {
        return new FileMasterKey(Keysets.in(folder).resolve(Keysets.MASTER), FileMasterKeyTest::onThisThread);
    }

    private static <T> Uni<T> onThisThread(Callable<T> work) {
        return Uni.createFrom().item(Unchecked.supplier(work::call));
    }

    private static boolean destroy(MasterKey key, String version) {
        return key.destroy(version).await().atMost(Duration.ofSeconds(1));
    }

    private static MasterKey.Wrapped wrap(MasterKey key) {
        return key.wrap(KEY, "review").await().atMost(Duration.ofSeconds(1));
    }

    private static byte[] unwrap(MasterKey key, MasterKey.Wrapped wrapped) {
        return key.unwrap(wrapped.text(), "review").await().atMost(Duration.ofSeconds(1));
    }
}
