package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.demo.DemoAccounts;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * review-service is ended by SIGKILL while 50 applications are being submitted and decided, and started again.
 * Afterwards every accepted submission has exactly one review, every decision one notice, and nothing is unsent.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReviewServiceKilledIT {

    private static final int APPLICATIONS = 50;
    private static final int DECIDED_BEFORE_THE_KILL = 10;
    private static final int SUBMITTED_AFTER_THE_KILL = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Addresses addresses = RunningSuite.addresses();
    private final Random random = new Random(20261124);
    private final Operator operator = new Operator(addresses);
    private final Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Reviewer reviewer = new Reviewer(addresses, "reviewer-a");

    private final BlockingQueue<Long> toDecide = new LinkedBlockingQueue<>();
    private final Map<Long, Long> qualificationsByWorkOrder = new ConcurrentHashMap<>();
    private final CountDownLatch decidedEnough = new CountDownLatch(DECIDED_BEFORE_THE_KILL);
    private final CountDownLatch killed = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(APPLICATIONS);

    /** A draft that is ready to be handed in. */
    private record Draft(long id, long version, UUID key) {}

    @Test
    void nothing_is_lost_and_nothing_is_done_twice_when_review_service_is_killed() throws Exception {
        List<Draft> drafts = drafts();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> work = Stream.concat(
                            Stream.of(threads.submit(() -> submitAll(drafts))),
                            IntStream.range(0, 3).mapToObj(index -> threads.submit(this::decideWhatComes)))
                    .<Future<?>>map(future -> future)
                    .toList();
            assertThat(decidedEnough.await(2, TimeUnit.MINUTES)).isTrue();
            RunningSuite.get().kill("review-service");
            killed.countDown();
            await().atMost(PATIENCE)
                    .until(() -> qualificationsByWorkOrder.size()
                            >= APPLICATIONS - SUBMITTED_AFTER_THE_KILL + DECIDED_BEFORE_THE_KILL);
            RunningSuite.get().start("review-service");
            for (Future<?> one : work) {
                one.get();
            }
        }
        assertThat(qualificationsByWorkOrder).hasSize(APPLICATIONS);
        everySubmissionHasOneReview();
        everyDecisionHasOneNotice();
        everyOutboxIsEmpty();
    }

    private List<Draft> drafts() throws Exception {
        List<InventedPerson> people = IntStream.range(0, APPLICATIONS)
                .mapToObj(index -> InventedPerson.drawn(random))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Draft>> work = people.stream()
                    .<Callable<Draft>>map(person -> () -> draft(person))
                    .toList();
            List<Draft> drafts = new ArrayList<>();
            for (Future<Draft> draft : threads.invokeAll(work)) {
                drafts.add(draft.get());
            }
            return drafts;
        }
    }

    private Draft draft(InventedPerson person) {
        String verification = applicant.requestPhoneCode(person.phone());
        applicant.enterPhoneCode(verification, Waiting.until("the code", () -> operator.code(person.phone())));
        String name = "故障演练" + person.phone();
        JsonNode draft = applicant.draft(applicant.fillIn(name, "COMPANY", person, verification));
        return new Draft(draft.path("id").asLong(), draft.path("version").asLong(), UUID.randomUUID());
    }

    /** The second part is submitted while review-service is down: submitting does not need it. */
    private void submitAll(List<Draft> drafts) {
        for (int index = 0; index < drafts.size(); index++) {
            if (index == APPLICATIONS - SUBMITTED_AFTER_THE_KILL) {
                waitForTheKill();
            }
            Draft draft = drafts.get(index);
            JsonNode submitted =
                    applicant.submit(draft.id(), draft.version(), draft.key()).expect(200);
            long workOrder = submitted.path("workOrder").asLong();
            qualificationsByWorkOrder.put(workOrder, draft.id());
            toDecide.add(workOrder);
        }
    }

    private void waitForTheKill() {
        try {
            killed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void decideWhatComes() {
        try {
            while (decided.getCount() > 0) {
                Long workOrder = toDecide.poll(100, TimeUnit.MILLISECONDS);
                if (workOrder != null) {
                    Waiting.until("a decision on " + workOrder, () -> decide(workOrder));
                    decided.countDown();
                    decidedEnough.countDown();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Claims and approves; nothing while the service is down or has not heard of the submission. */
    private Optional<Long> decide(long workOrder) {
        try {
            if (reviewer.review(workOrder).status() != 200) {
                return Optional.empty();
            }
            if (!"DECIDED"
                    .equals(reviewer.review(workOrder).body().path("status").asText())) {
                reviewer.claim(workOrder);
                reviewer.approve(workOrder);
            }
            return Optional.of(workOrder);
        } catch (UncheckedIOException serviceIsDown) {
            return Optional.empty();
        }
    }

    private void everySubmissionHasOneReview() {
        Facts reviews = new Facts("review-service");
        assertThat(reviews.numbers("select work_order from review where work_order in " + workOrders()))
                .containsExactlyInAnyOrderElementsOf(qualificationsByWorkOrder.keySet());
        assertThat(reviews.count("select count(*) from outbox where type = 'zizhi.review.opened.v1'"
                        + " and aggregate_id in " + texts()))
                .isEqualTo(APPLICATIONS);
        assertThat(reviews.count("select count(*) from outbox where type = 'zizhi.review.decided.v1'"
                        + " and aggregate_id in " + texts()))
                .isEqualTo(APPLICATIONS);
    }

    private void everyDecisionHasOneNotice() {
        Facts qualifications = new Facts("qualification-service");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(qualifications.count(
                                "select count(*) from qualification where status = 'APPROVED' and id in " + ids()))
                        .isEqualTo(APPLICATIONS));
        Facts notices = new Facts("notification-service");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices.numbers("select n.work_order from notice n join sms_message m"
                                + " using (message_id) where m.status = 'ACCEPTED' and n.work_order in "
                                + workOrders()))
                        .containsExactlyInAnyOrderElementsOf(qualificationsByWorkOrder.keySet()));
        assertThat(notices.count("select count(*) from local_inbox where template = 'QUALIFICATION_APPROVED'"
                        + " and message_id in (select message_id from notice where work_order in " + workOrders()
                        + ")"))
                .isEqualTo(APPLICATIONS);
    }

    private static void everyOutboxIsEmpty() {
        for (String service :
                List.of("qualification-service", "document-service", "review-service", "notification-service")) {
            Facts facts = new Facts(service);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(facts.count("select count(*) from outbox where sent_at is null"))
                            .as("unsent events of %s", service)
                            .isZero());
            assertThat(facts.count("select count(*) from held_event"))
                    .as("held events of %s", service)
                    .isZero();
        }
    }

    private String workOrders() {
        return list(qualificationsByWorkOrder.keySet().stream().map(Object::toString));
    }

    private String texts() {
        return list(qualificationsByWorkOrder.keySet().stream().map(workOrder -> "'" + workOrder + "'"));
    }

    private String ids() {
        return list(qualificationsByWorkOrder.values().stream().map(Object::toString));
    }

    private static String list(Stream<String> items) {
        return items.collect(Collectors.joining(",", "(", ")"));
    }
}
