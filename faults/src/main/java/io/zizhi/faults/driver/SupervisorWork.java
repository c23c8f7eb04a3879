package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.faults.driver.calls.SupervisorCalls;
import io.zizhi.faults.driver.history.Reply;
import java.util.List;
import java.util.Optional;

/**
 * Two supervisors who suspend, reinstate and revoke qualifications. The first requests; the second confirms most
 * requests and cancels some. The first also tries to confirm own requests, which must be rejected. Notes contain
 * personal names, as real ones do.
 */
final class SupervisorWork implements Runnable {

    private static final int CLOSED_PERCENT = 50;
    private static final int CANCELLED_PERCENT = 15;
    private static final int OWN_PERCENT = 5;
    private static final int REVOKED_PERCENT = 20;

    private final SupervisorCalls first;
    private final SupervisorCalls second;
    private final Desk desk;
    private final Habits habits;

    SupervisorWork(SupervisorCalls first, SupervisorCalls second, Desk desk, Habits habits) {
        this.first = first;
        this.second = second;
        this.desk = desk;
        this.habits = habits;
    }

    @Override
    public void run() {
        habits.repeat(this::step);
    }

    private void step() {
        if (habits.chance(CLOSED_PERCENT)) {
            close();
        } else {
            desk.any(habits.random()).ifPresent(this::request);
        }
    }

    private void close() {
        List<JsonNode> open = second.requests("REQUESTED").items();
        if (open.isEmpty()) {
            return;
        }
        long request = habits.any(open).path("id").asLong();
        if (habits.chance(OWN_PERCENT)) {
            habits.untilAnswered(() -> first.confirm(request));
        } else if (habits.chance(CANCELLED_PERCENT)
                || !habits.untilAnswered(() -> second.confirm(request)).isOk()) {
            habits.untilAnswered(() -> second.cancel(request));
        }
    }

    /**
     * Requests a restriction, except for letters, deleted qualifications and qualifications without a revision in
     * force.
     */
    private void request(long qualification) {
        Reply now = first.restriction(qualification);
        if (!now.isOk() || !now.body().path("inForce").asBoolean()) {
            return;
        }
        act(now.text("restriction")).ifPresent(act -> {
            String reason = act.equals("REINSTATE") ? "RESOLVED" : "COMPLAINTS";
            String note = desk.of(qualification)
                    .map(known -> "请" + known.administrator().name() + "说明情况")
                    .orElse("请说明情况");
            habits.untilAnswered(() -> first.request(qualification, now.number("version"), act, reason, note));
        });
    }

    private Optional<String> act(String restriction) {
        return switch (restriction) {
            case "NONE" -> Optional.of(habits.chance(REVOKED_PERCENT) ? "REVOKE" : "SUSPEND");
            case "SUSPENDED" -> Optional.of(habits.chance(REVOKED_PERCENT) ? "REVOKE" : "REINSTATE");
            default -> Optional.empty();
        };
    }
}
