package io.zizhi.build.testlistener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneSuiteTest {

    @TempDir
    private Path folder;

    /** Another process, which keeps the lock until its input ends. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] lock) throws Exception {
            OneSuite.await(Path.of(lock[0]), Duration.ofMinutes(1));
            System.out.println("locked");
            int end = System.in.read();
            assert end < 0;
        }
    }

    @Test
    void names_the_process_that_keeps_the_lock_too_long() throws Exception {
        Path lock = folder.resolve("suite.lock");
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = owner.inputReader()) {
            assertThat(output.readLine()).isEqualTo("locked");

            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> OneSuite.await(lock, Duration.ofMillis(1)))
                    .withMessageContaining("process " + owner.pid() + " still runs one")
                    .withMessageContaining(lock.toString());
        } finally {
            owner.destroy();
        }
    }
}
