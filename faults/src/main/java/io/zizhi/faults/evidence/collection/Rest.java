package io.zizhi.faults.evidence.collection;

import io.zizhi.e2e.Streams;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.suite.ConsumerLag;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * Waits until the suite has finished all its work, including the timers of the next minutes. A timer that fired during
 * the collection would appear in only part of the evidence. In a campaign the desk's timers are due within a minute;
 * expiry timers are years away.
 */
public final class Rest {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int LOOKS_IN_A_ROW = 3;

    private static final String UNSENT = "select count(*) as n from outbox where sent_at is null";
    private static final String HELD = "select count(*) as n from held_event";
    private static final String ARMED = """
            select count(*) as n from timer
            where state = 'ARMED' and due_at < clock_timestamp() + interval '10 minutes'
            """;
    private static final String OPEN_ROWS = """
            select count(*) as n from bulk_row
            where state in ('WAITING', 'DRAFTED', 'AWAITING_PHONE', 'AWAITING_LETTER', 'READY')
            """;
    private static final String ON_THE_WAY = """
            select count(*) as n from sms_message
            where status in ('QUEUED', 'CLAIMED', 'SENDING') or status = 'UNKNOWN' and recall_at is not null
                or receipt_due_at is not null
            """;

    private static final String UNPOSTED = "select count(*) as n from webhook_delivery where status = 'QUEUED'";

    private final Suite suite;
    private final IntSupplier openReceipts;

    /** @param openReceipts returns how many messages have receipts that the service has not acknowledged */
    public Rest(Suite suite, IntSupplier openReceipts) {
        this.suite = suite;
        this.openReceipts = openReceipts;
    }

    /** Returns the work left after {@code patience}; empty once the suite was at rest in three consecutive checks. */
    public List<String> await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<String> undone = List.of("Not checked yet");
        int quiet = 0;
        while (quiet < LOOKS_IN_A_ROW && System.nanoTime() < end) {
            undone = undone();
            quiet = undone.isEmpty() ? quiet + 1 : 0;
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return undone;
    }

    private List<String> undone() {
        List<String> undone = new ArrayList<>();
        try {
            for (String service : Service.modules()) {
                count(undone, service, UNSENT, "events in the outbox");
                count(undone, service, HELD, "held events");
                count(undone, service, ARMED, "armed timers");
            }
            count(undone, Evidence.QUALIFICATION, OPEN_ROWS, "unfinished rows of sheets");
            count(undone, Evidence.NOTIFICATION, ON_THE_WAY, "unfinished messages");
            count(undone, Evidence.NOTIFICATION, UNPOSTED, "webhooks on their way");
            int receipts = openReceipts.getAsInt();
            if (receipts > 0) {
                undone.add(receipts + " messages with open receipts");
            }
            lag(undone);
        } catch (IllegalStateException outage) {
            undone.add(String.valueOf(outage.getMessage()));
        }
        return undone;
    }

    private void count(List<String> undone, String service, String sql, String what) {
        long count = new DatabaseDump(suite.database(service)).one(sql).number("n");
        if (count > 0) {
            undone.add(service + ": " + count + " " + what);
        }
    }

    private void lag(List<String> undone) {
        try (Admin admin = Admin.create(Map.copyOf(suite.infrastructure().kafkaClient(KafkaUsers.TOOLS)))) {
            ConsumerLag consumers = new ConsumerLag(admin);
            for (String service : Service.modules()) {
                long lag = 0;
                for (String topic : Streams.CONSUMED.getOrDefault(service, Set.of())) {
                    lag += consumers.of(service, topic);
                }
                if (lag > 0) {
                    undone.add(service + ": " + lag + " unread records");
                }
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The broker does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
