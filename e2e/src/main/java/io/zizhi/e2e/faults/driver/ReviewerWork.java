package io.zizhi.e2e.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A reviewer who takes what lies in the queue. Every fourth review is left until its clock has run out, so that warning,
 * breach and escalation happen; some claims are given back and some forgotten. Notes name the person they are about, as
 * real ones do.
 */
final class ReviewerWork implements Runnable {

    private static final int LEFT_ALONE = 4;

    private final ReviewerCalls calls;
    private final Desk desk;
    private final Duration escalation;
    private final InstantSource clock;
    private final Random random;
    private final Pace pace;
    private final BooleanSupplier running;
    private final Patience patience;

    /** @param escalation how long after the submission a review left alone is taken after all */
    ReviewerWork(
            ReviewerCalls calls,
            Desk desk,
            Duration escalation,
            InstantSource clock,
            Random random,
            Pace pace,
            BooleanSupplier running) {
        this.calls = calls;
        this.desk = desk;
        this.escalation = escalation;
        this.clock = clock;
        this.random = random;
        this.pace = pace;
        this.running = running;
        this.patience = new Patience(running);
    }

    @Override
    public void run() {
        while (running.getAsBoolean()) {
            List<JsonNode> ripe = ripe(calls.queue());
            if (!ripe.isEmpty()) {
                review(ripe.get(random.nextInt(ripe.size())));
            }
            pace.pause(random);
        }
    }

    private List<JsonNode> ripe(Reply queue) {
        List<JsonNode> ripe = new ArrayList<>();
        for (JsonNode review : queue.body().path("items")) {
            Instant opened = Instant.parse(review.path("openedAt").asText());
            if (review.path("workOrder").asLong() % LEFT_ALONE != 0
                    || opened.plus(escalation).isBefore(clock.instant())) {
                ripe.add(review);
            }
        }
        return ripe;
    }

    private void review(JsonNode review) {
        long workOrder = review.path("workOrder").asLong();
        if (!patience.untilAnswered(() -> calls.claim(workOrder)).isOk()) {
            return;
        }
        Optional<Desk.Case> known = desk.of(review.path("qualificationId").asLong());
        known.ifPresent(found -> calls.view(workOrder, found.document()));
        int choice = random.nextInt(100);
        if (choice < 8) {
            patience.untilAnswered(() -> calls.release(workOrder));
        } else if (choice >= 14) {
            ObjectNode decision = decision(choice, known);
            patience.untilAnswered(() -> calls.decide(workOrder, decision));
        }
    }

    private static ObjectNode decision(int choice, Optional<Desk.Case> known) {
        String note = known.map(found -> "请" + found.administrator().name() + "（"
                        + found.administrator().idNumber() + "）重新提交")
                .orElse("请重新提交");
        if (choice < 30) {
            return ReviewerCalls.rejection(note);
        }
        return choice < 50 ? ReviewerCalls.supplementRequest(note) : ReviewerCalls.approval();
    }
}
