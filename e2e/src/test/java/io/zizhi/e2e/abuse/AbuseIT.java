package io.zizhi.e2e.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.e2e.abuse.ConnectionFlood.Row;
import io.zizhi.local.layout.Service;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Checks that no client, with or without a token, prevents another account from working. Runs alone, because a busy
 * machine also causes slow responses.
 */
@Tag("alone")
@Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AbuseIT {

    /**
     * Allowed heap growth in bytes, for the caches and pools of an account and for garbage that one collection does not
     * find.
     */
    private static final long HEAP_GROWTH = 24 * 1_048_576L;

    /**
     * Allowed growth in metric series. New statuses of known endpoints create series; arbitrary words in requests must
     * not.
     */
    private static final long SERIES_GROWTH = 3_000;

    private static final long ANSWER_MILLIS = 2_000;
    private static final long READY_MILLIS = 5_000;

    @Test
    void services_survive_and_second_account_gets_timely_responses() throws InterruptedException {
        AbuseReport report = new AbuseCampaign(RunningSuite.get(), RunningSuite.addresses()).run();
        System.out.println(report.summary());

        assertThat(report.died()).as("services that died").isEmpty();
        assertThat(report.failures()).as(report.summary()).isEmpty();
        assertThat(Service.modules()).allSatisfy(service -> {
            assertThat(report.heapGrowth(service)).as("heap of " + service).isLessThan(HEAP_GROWTH);
            assertThat(report.seriesGrowth(service)).as("series of " + service).isLessThan(SERIES_GROWTH);
        });
    }

    @Test
    void unfinished_requests_on_any_port_delay_nobody_else() throws InterruptedException {
        ConnectionFlood flood = new ConnectionFlood(RunningSuite.get(), RunningSuite.addresses());
        List<Row> rows = flood.run();
        System.out.println(ConnectionFlood.summary(rows) + "\n\n" + flood.peaks());

        assertThat(rows).hasSize(3 * Service.modules().size()).allSatisfy(row -> {
            assertThat(row.failures()).as("not answered: " + row).isZero();
            assertThat(row.liveMillis()).as("liveness: " + row).isLessThan(ANSWER_MILLIS);
            assertThat(row.callMillis()).as("calls: " + row).isLessThan(ANSWER_MILLIS);
            assertThat(row.readyMillis()).as("readiness: " + row).isLessThan(READY_MILLIS);
        });
    }
}
