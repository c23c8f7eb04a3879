package io.zizhi.notification.sender.smpp;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipt.Outcome;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends messages with receipts from the queue, as many at once as the settings permit, and cuts the connection in the
 * middle. {@code -Dsms.messages=10000} sends more, to measure the rate on a machine that does nothing else.
 */
@Tag("long")
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SmppManyMessagesComponentTest {

    private static final Logger LOG = Logger.getLogger(SmppManyMessagesComponentTest.class);

    private static final int MESSAGES = Integer.getInteger("sms.messages", 400);
    private static final int HALF = MESSAGES / 2;
    private static final int ACCOUNTS = 10;
    private static final int PER_TRANSACTION = 200;
    private static final int COURIERS = 4;
    private static final String SHORT = "示例";
    private static final String LONG = "营业执照照片不清晰，请重新上传。".repeat(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Inject
    QueueSms queueSms;

    @Inject
    GivenSmpp smpp;

    private final String account = UUID.randomUUID() + "-";
    private final ExecutorService couriers = Executors.newFixedThreadPool(COURIERS);
    private final BlockingQueue<String> due = new LinkedBlockingQueue<>();
    private final Map<String, Integer> submissions = new ConcurrentHashMap<>();
    private final AtomicInteger submitted = new AtomicInteger();
    private final AtomicInteger receiptsRecorded = new AtomicInteger();
    private final AtomicInteger receiptsSentAgain = new AtomicInteger();
    private final AtomicLong firstAt = new AtomicLong();
    private final AtomicLong cutAt = new AtomicLong();
    private volatile boolean ended;
    private SmscDouble smsc;
    private GivenSmpp.Sending sending;

    @BeforeEach
    void start() throws IOException {
        smsc = SmscDouble.start();
        sending = smpp.to(smsc);
        await().until(sending.link::isBound);
        IntStream.range(0, COURIERS).forEach(each -> couriers.execute(this::deliverReceipts));
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        ended = true;
        couriers.shutdown();
        assertThat(couriers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        sending.close();
        smsc.close();
    }

    @Test
    void loses_and_repeats_no_message_when_the_connection_is_cut() {
        smsc.script(this::take);
        queueAll();
        await().atMost(PATIENCE).until(this::isSettled);

        Map<String, List<String>> ids = idsByStatus();
        List<String> accepted = ids.getOrDefault("ACCEPTED", List.of());
        List<String> unknown = ids.getOrDefault("UNKNOWN", List.of());
        List<String> failed = ids.getOrDefault("FAILED", List.of());
        double seconds = (cutAt.get() - firstAt.get()) / 1e9;
        LOG.infof(
                "%d segments in %.1f s before the cut, %.0f/s; %d accepted, %d unknown, %d failed; %d submissions, %d"
                        + " receipts sent again, %d binds",
                HALF,
                seconds,
                HALF / seconds,
                accepted.size(),
                unknown.size(),
                failed.size(),
                smsc.received(),
                receiptsSentAgain.get(),
                smsc.binds());
        assertThat(smsc.binds()).as("cut in the middle").isEqualTo(2);
        assertThat(submissions.values()).as("no segment twice").containsOnly(1);
        assertThat(accepted.size() + unknown.size() + failed.size())
                .as("none lost")
                .isEqualTo(MESSAGES);
        // on a busy machine, also answers that came too late
        assertThat(unknown).as("without an answer").hasSizeBetween(1, MESSAGES / 10);
        assertThat(failed).as("taken in part").hasSizeLessThanOrEqualTo(MESSAGES / 10);
        assertThat(codesOfFailed()).as("of failed messages").isSubsetOf("SMPP_PARTLY_TAKEN");
        Map<String, List<Outcome>> outcomes = sending.receipts.all().stream()
                .collect(Collectors.groupingBy(
                        receipt -> String.valueOf(receipt.messageId()),
                        Collectors.mapping(SmsReceipt::outcome, Collectors.toList())));
        assertThat(accepted).allSatisfy(id -> assertThat(outcomes.get(id)).containsOnly(Outcome.DELIVERED));
        assertThat(Stream.concat(unknown.stream(), failed.stream()))
                .allSatisfy(id -> assertThat(Reactive.run(() -> sending.sender.recall(id, 1_000)))
                        .isNotEqualTo(new SmsResult.NeverReceived()));
    }

    private String take(SubmitSm submission) {
        submissions.merge(key(submission), 1, Integer::sum);
        String id = smsc.nextId(submission);
        due.add(id);
        firstAt.compareAndSet(0, System.nanoTime());
        if (submitted.incrementAndGet() == HALF) {
            cutAt.set(System.nanoTime());
            smsc.cut();
        }
        return id;
    }

    /**
     * Queues the messages in small transactions: Hibernate compares all entities of a session before each statement. The
     * sender starts after the first one. Every tenth message is long.
     */
    private void queueAll() {
        for (int queued = 0; queued < MESSAGES; queued += PER_TRANSACTION) {
            int first = queued;
            Reactive.inTransaction(() -> Multi.createFrom()
                    .range(first, Math.min(first + PER_TRANSACTION, MESSAGES))
                    .onItem()
                    .transformToUniAndConcatenate(each -> queueSms.queue(order(each)))
                    .collect()
                    .asList());
        }
    }

    private SmsOrder order(int each) {
        return new SmsOrder(
                account + each % ACCOUNTS,
                Phone.of(Clients.newPhone()),
                SmsTemplate.LETTER_APPROVED,
                Map.of("name", each % 10 == 0 ? LONG : SHORT, "workOrder", "7"),
                "letter/" + each,
                null);
    }

    /**
     * Returns whether every message has its last status, and every receipt is recorded. A recall still decides about
     * messages of which parts were taken, or whose hand-over was too slow.
     */
    private boolean isSettled() {
        return Rows.count("select count(*) from sms_message where account_id like '" + account
                                + "%' and (status not in ('ACCEPTED', 'UNKNOWN', 'FAILED') or status = 'UNKNOWN'"
                                + " and outcome_code in ('SMPP_PARTLY_TAKEN', 'SENDER_BROKE_OFF'))")
                        == 0
                && receiptsRecorded.get() == submitted.get();
    }

    private List<String> codesOfFailed() {
        return Rows.texts(
                "select outcome_code from sms_message where account_id like '" + account + "%' and status = 'FAILED'");
    }

    /** Returns the ids of the messages by status. One statement reads them, because recalls change the status. */
    private Map<String, List<String>> idsByStatus() {
        return Rows.texts(
                        "select status || ' ' || message_id from sms_message where account_id like '" + account + "%'")
                .stream()
                .map(text -> text.split(" "))
                .collect(Collectors.groupingBy(
                        parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toList())));
    }

    /** Sends each receipt until the service has recorded it, as an SMSC does. */
    private void deliverReceipts() {
        try {
            while (!ended) {
                String id = due.poll(100, TimeUnit.MILLISECONDS);
                if (id != null && isRecorded(id)) {
                    receiptsRecorded.incrementAndGet();
                } else if (id != null) {
                    receiptsSentAgain.incrementAndGet();
                    due.add(id);
                    await().until(sending.link::isBound);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRecorded(String id) {
        try {
            return smsc.receipt(id, "DELIVRD") == 0;
        } catch (IOException | NoSuchElementException cut) {
            return false;
        }
    }

    private static String key(SubmitSm submission) {
        byte[] octets = submission.getShortMessage();
        int segment = submission.isUdhi() ? octets[6] : 1;
        return submission.getDestAddress().substring(2) + "/" + segment;
    }
}
