package io.zizhi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.Reviewer;
import io.zizhi.e2e.Waiting;
import io.zizhi.local.Suite;
import io.zizhi.local.demo.DemoAccounts;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The whole path of a submission through the suite as {@code ./zizhi up} starts it, one after the other: from the
 * request, over the questions to document-service and notification-service and the transaction, to the answer; and on
 * to the desk, where the review can be read.
 */
final class SubmissionBench {

    private static final int WARM_UP = 20;
    private static final int SUBMISSIONS = 60;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final Report report;
    private final RandomGenerator random = new SecureRandom();

    SubmissionBench(Report report) {
        this.report = report;
    }

    void run() {
        try (Suite suite = Suite.startForTests()) {
            Addresses addresses = new Addresses(
                    URI.create(suite.url("qualification-service")),
                    URI.create(suite.url("document-service")),
                    URI.create(suite.url("review-service")),
                    URI.create(suite.url("notification-service")),
                    URI.create(suite.infrastructure().identity().issuer()));
            Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
            Operator operator = new Operator(addresses);
            Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
            long[] answered = new long[SUBMISSIONS];
            long[] atTheDesk = new long[SUBMISSIONS];
            for (int index = -WARM_UP; index < SUBMISSIONS; index++) {
                JsonNode draft = draft(applicant, operator, index);
                long start = System.nanoTime();
                long workOrder = applicant
                        .submit(draft.path("id").asLong(), draft.path("version").asLong(), UUID.randomUUID())
                        .expect(200)
                        .path("workOrder")
                        .asLong();
                long answer = System.nanoTime();
                while (reviewer.review(workOrder).status() != 200) {
                    LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                }
                if (index >= 0) {
                    answered[index] = answer - start;
                    atTheDesk[index] = System.nanoTime() - start;
                }
            }
            report.note("submissions, one after the other, after " + WARM_UP + " not counted");
            report.distributions(List.of(
                    Figures.ofNanos("submission asked for → answered", answered),
                    Figures.ofNanos("submission asked for → review can be read at the desk", atTheDesk)));
        }
    }

    private JsonNode draft(Applicant applicant, Operator operator, int index) {
        InventedPerson administrator = InventedPerson.drawn(random);
        String verification = applicant.requestPhoneCode(administrator.phone());
        String code = Waiting.until("the code by SMS", () -> operator.code(administrator.phone()));
        applicant.enterPhoneCode(verification, code);
        String name = "测量" + (index + WARM_UP) + "号";
        return applicant.draft(applicant.fillIn(name, "COMPANY", administrator, verification));
    }
}
