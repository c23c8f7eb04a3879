package io.zizhi.document.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CountedBodyTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void a_body_of_exactly_the_limit_is_read() {
        assertThat(body(new ByteArrayInputStream(new byte[100_000]), 100_000).readWhole())
                .hasSize(100_000);
    }

    @Test
    void one_byte_more_is_too_large() {
        assertRefused(
                413,
                "DOCUMENT_TOO_LARGE",
                () -> body(new ByteArrayInputStream(new byte[100_001]), 100_000).readWhole());
    }

    @Test
    void an_endless_body_is_left_soon_after_the_limit() {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given.incrementAndGet();
                return 1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                given.addAndGet(length);
                return length;
            }
        };
        assertRefused(413, "DOCUMENT_TOO_LARGE", () -> body(endless, 100_000).readWhole());
        assertThat(given.get()).isLessThan(150_000);
    }

    @Test
    void an_empty_body_is_refused() {
        assertRefused(
                400,
                "DOCUMENT_EMPTY",
                () -> body(new ByteArrayInputStream(new byte[0]), 10).readWhole());
    }

    @Test
    void a_body_that_drips_does_not_hold_its_place_for_ever() {
        InputStream drips = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                return 1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertRefused(400, "UPLOAD_TOO_SLOW", () -> body(drips, 10_000).readWhole());
        assertThat(Duration.ofNanos(nanos.get())).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void a_sender_that_goes_away_is_no_failure_of_ours() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        assertRefused(400, "UPLOAD_INTERRUPTED", () -> body(broken, 10).readWhole());
    }

    private CountedBody body(InputStream body, int limit) {
        return new CountedBody(body, limit, Duration.ofSeconds(60), nanos::get);
    }

    private static void assertRefused(int status, String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
