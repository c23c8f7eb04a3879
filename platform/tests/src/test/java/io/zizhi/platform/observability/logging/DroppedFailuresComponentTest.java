package io.zizhi.platform.observability.logging;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class DroppedFailuresComponentTest {

    /** Quarkus logs dropped failures as errors if nobody else handles them. */
    private static final Logger LOGGER = Logger.getLogger("");

    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();

    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void collect() {
        LOGGER.addHandler(collector);
    }

    @AfterEach
    void stop() {
        LOGGER.removeHandler(collector);
    }

    @Test
    void rolled_back_transaction_of_a_cancelled_request_is_no_error() {
        assertThatThrownBy(() -> Reactive.run(() -> Panache.withTransaction(() -> Panache.getSession()
                                .chain(session -> session.createNativeQuery(
                                                "select 1 from pg_sleep(0.3)", Integer.class)
                                        .getSingleResult()))
                        .ifNoItem()
                        .after(Duration.ofMillis(50))
                        .fail()))
                .isInstanceOf(TimeoutException.class);

        await().until(() -> !levelsOf("HR000090").isEmpty());
        assertThat(levelsOf("HR000090")).containsOnly("INFO");
    }

    @Test
    void lost_connection_is_no_error() {
        Infrastructure.handleDroppedException(new IllegalStateException(new SocketException("reset 4711")));

        assertThat(levelsOf("reset 4711")).containsExactly("INFO");
    }

    @Test
    void unknown_failure_is_an_error_with_its_stack_trace() {
        var unknown = new IllegalStateException("unknown 4711");
        Infrastructure.handleDroppedException(unknown);

        assertThat(logged).anySatisfy(entry -> {
            assertThat(entry.getThrown()).isSameAs(unknown);
            assertThat(entry.getLevel().intValue()).isGreaterThanOrEqualTo(Level.SEVERE.intValue());
        });
    }

    private List<String> levelsOf(String text) {
        return logged.stream()
                .filter(entry -> text(entry).contains(text))
                .map(entry -> entry.getLevel().getName())
                .toList();
    }

    /** Returns the message with its parameters, which the logger has not formatted yet, and the failure. */
    private static String text(LogRecord entry) {
        return entry.getMessage() + Arrays.toString(entry.getParameters()) + entry.getThrown();
    }
}
