package io.zizhi.build.testlistener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class StallListenerTest {

    private static final Instant NOON = Instant.parse("2026-12-02T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static Stalls stalls = new Stalls();

    @TempDir
    private Path folder;

    /** Run by a test below only, as the next one is; Surefire leaves out nested classes. */
    static class Example {

        @Test
        void fails_during_stall() {
            stalls.paused(NOON.plusMillis(1), PAUSE, Duration.ofMillis(2_350));
            throw new AssertionError("late");
        }

        @Test
        void passes_during_stall() {
            stalls.paused(NOON.plusMillis(1), PAUSE, Duration.ofMillis(2_350));
        }
    }

    static class Unprepared {

        @BeforeAll
        static void fails_during_stall() {
            stalls.paused(NOON.plusMillis(1), PAUSE, Duration.ofMillis(2_350));
            throw new AssertionError("late");
        }

        @Test
        void never_runs() {}
    }

    @BeforeEach
    void clear_earlier_stalls() {
        stalls = new Stalls();
    }

    @Test
    void names_stalls_of_failed_tests_only() {
        assertThat(stallsOfFailed(Example.class))
                .hasContent(Example.class.getName() + ".fails_during_stall"
                        + " The machine stalled for 2.3 s at 11:59:57.7 UTC, during this test.");
    }

    @Test
    void names_stalls_while_a_class_prepared_its_tests() {
        assertThat(stallsOfFailed(Unprepared.class))
                .hasContent(Unprepared.class.getName()
                        + " The machine stalled for 2.3 s at 11:59:57.7 UTC, during this test.");
    }

    private Path stallsOfFailed(Class<?> tests) {
        Path log = folder.resolve("stalls.log");
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        LauncherFactory.create().execute(request, new StallListener(stalls, Clock.fixed(NOON, ZoneOffset.UTC), log));
        return log;
    }

    @Test
    void ignores_usual_delays() {
        stalls.paused(NOON, PAUSE, PAUSE.plus(Duration.ofMillis(499)));
        stalls.paused(NOON, PAUSE, PAUSE.plus(Stalls.SHORTEST));

        assertThat(stalls.between(NOON.minusSeconds(1), NOON))
                .containsExactly(new Stalls.Stall(NOON.minusMillis(500), NOON));
    }

    @Test
    void ignores_stalls_of_other_times() {
        stalls.paused(NOON, PAUSE, PAUSE.plusSeconds(1));

        assertThat(stalls.between(NOON, NOON.plusSeconds(1))).isEmpty();
        assertThat(stalls.between(NOON.minusSeconds(2), NOON.minusSeconds(1))).isEmpty();
    }
}
