package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.faults.driver.calls.ReviewerCalls;
import io.zizhi.faults.driver.history.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reviewer who claims reviews from the queue. Every fourth review waits until its clock has run out, so that warning,
 * breach and escalation happen. Some claims are released, some expire, and some decisions are undone. Decisions about
 * public institutions need a second reviewer. Notes contain personal names, as real ones do.
 */
final class ReviewerWork implements Runnable {

    private static final int LEFT_ALONE = 4;
    private static final int UNDONE_PERCENT = 12;
    private static final int SECOND_PERCENT = 30;
    private static final int RETURNED_PERCENT = 15;

    /** The clock policy of public institutions, whose decisions need two reviewers in a campaign. */
    private static final String FOR_TWO = "GOVERNMENT";

    private final ReviewerCalls calls;
    private final Desk desk;
    private final Duration escalation;
    private final InstantSource clock;
    private final Habits habits;

    /** @param escalation how long after its submission a waiting review is claimed */
    ReviewerWork(ReviewerCalls calls, Desk desk, Duration escalation, InstantSource clock, Habits habits) {
        this.calls = calls;
        this.desk = desk;
        this.escalation = escalation;
        this.clock = clock;
        this.habits = habits;
    }

    @Override
    public void run() {
        habits.repeat(this::step);
    }

    private void step() {
        if (habits.chance(SECOND_PERCENT)) {
            second();
        } else {
            List<JsonNode> ripe = ripe(calls.queue("OPEN"));
            if (!ripe.isEmpty()) {
                review(habits.any(ripe));
            }
        }
    }

    /** Confirms or returns another reviewer's proposal. */
    private void second() {
        List<JsonNode> proposed = new ArrayList<>();
        for (JsonNode review : calls.queue("PROPOSED").items()) {
            if (!review.path("proposerId").asText().equals(calls.reviewer())) {
                proposed.add(review);
            }
        }
        if (proposed.isEmpty()) {
            return;
        }
        JsonNode review = habits.any(proposed);
        long workOrder = review.path("workOrder").asLong();
        if (!habits.untilAnswered(() -> calls.claim(workOrder)).isOk()) {
            return;
        }
        if (habits.chance(RETURNED_PERCENT)) {
            String note = note(desk.of(subject(review)));
            habits.untilAnswered(() -> calls.sendBack(workOrder, note));
        } else if (habits.untilAnswered(() -> calls.confirm(workOrder)).isOk() && habits.chance(UNDONE_PERCENT)) {
            habits.untilAnswered(() -> calls.undo(workOrder));
        }
    }

    /** Returns the id of the qualification, or of the letter that is reviewed alone. */
    private static long subject(JsonNode review) {
        return review.path(review.has("qualificationId") ? "qualificationId" : "letterId")
                .asLong();
    }

    private List<JsonNode> ripe(Reply queue) {
        List<JsonNode> ripe = new ArrayList<>();
        for (JsonNode review : queue.items()) {
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
        if (!habits.untilAnswered(() -> calls.claim(workOrder)).isOk()) {
            return;
        }
        Optional<Desk.Case> known = desk.of(subject(review));
        known.ifPresent(found -> calls.view(workOrder, found.document()));
        int choice = habits.random().nextInt(100);
        if (choice < 8) {
            habits.untilAnswered(() -> calls.release(workOrder));
        } else if (choice >= 14) {
            boolean ofLetter = review.path("subject").asText().equals("LETTER");
            ObjectNode decision = decision(choice, ofLetter, known);
            boolean forTwo = review.path("policy").asText().equals(FOR_TWO);
            Reply decided = habits.untilAnswered(
                    () -> forTwo ? calls.propose(workOrder, decision) : calls.decide(workOrder, decision));
            if (!forTwo && decided.isOk() && habits.chance(UNDONE_PERCENT)) {
                habits.untilAnswered(() -> calls.undo(workOrder));
            }
        }
    }

    private static ObjectNode decision(int choice, boolean ofLetter, Optional<Desk.Case> known) {
        String note = note(known);
        if (choice < 30) {
            return ofLetter ? ReviewerCalls.rejectionOfLetter(note) : ReviewerCalls.rejection(note);
        }
        if (choice < 50) {
            return ofLetter ? ReviewerCalls.supplementRequestForLetter(note) : ReviewerCalls.supplementRequest(note);
        }
        return ReviewerCalls.approval();
    }

    private static String note(Optional<Desk.Case> known) {
        return known.map(found -> "请" + found.administrator().name() + "（"
                        + found.administrator().idNumber() + "）重新提交")
                .orElse("请重新提交");
    }
}
