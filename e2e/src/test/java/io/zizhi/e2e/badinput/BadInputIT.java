package io.zizhi.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends thousands of invalid requests to the running suite. The seed of the tests selects them, so that each night sends
 * others; {@code -Dzizhi.badinput.per-operation=100000} sends all. {@code AccessMatrixIT} sends a small sample.
 */
@Tag("long")
class BadInputIT {

    private static final int PER_OPERATION = Integer.getInteger("zizhi.badinput.per-operation", 60);

    @Test
    void rejects_thousands_of_invalid_requests_as_documented() throws SQLException {
        long start = System.nanoTime();
        InvalidRequests sent = new Campaign(PER_OPERATION).run();
        System.out.printf("Bad input, %s, in %d s%n", sent.summary(), (System.nanoTime() - start) / 1_000_000_000L);
        assertThat(sent.faults()).as(sent.summary()).isEmpty();
    }
}
