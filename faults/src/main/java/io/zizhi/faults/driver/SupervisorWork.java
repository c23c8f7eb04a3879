package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.faults.driver.calls.SupervisorCalls;
import io.zizhi.faults.driver.history.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

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
    private final Random random;
    private final Pace pace;
    private final BooleanSupplier running;
    private final Patience patience;

    SupervisorWork(
            SupervisorCalls first,
            SupervisorCalls second,
            Desk desk,
            Random random,
            Pace pace,
            BooleanSupplier running) {
        this.first = first;
        this.second = second;
        this.desk = desk;
        this.random = random;
        this.pace = pace;
        this.running = running;
        this.patience = new Patience(running);
    }

    @Override
    public void run() {
        while (running.getAsBoolean()) {
            if (chance(CLOSED_PERCENT)) {
                close();
            } else {
                desk.any(random).ifPresent(this::request);
            }
            pace.pause(random);
        }
    }

    private void close() {
        List<JsonNode> open = new ArrayList<>();
        second.requests("REQUESTED").body().path("items").forEach(open::add);
        if (open.isEmpty()) {
            return;
        }
        long request = open.get(random.nextInt(open.size())).path("id").asLong();
        if (chance(OWN_PERCENT)) {
            patience.untilAnswered(() -> first.confirm(request));
        } else if (chance(CANCELLED_PERCENT)
                || !patience.untilAnswered(() -> second.confirm(request)).isOk()) {
            patience.untilAnswered(() -> second.cancel(request));
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
            patience.untilAnswered(() -> first.request(qualification, now.number("version"), act, reason, note));
        });
    }

    private Optional<String> act(String restriction) {
        return switch (restriction) {
            case "NONE" -> Optional.of(chance(REVOKED_PERCENT) ? "REVOKE" : "SUSPEND");
            case "SUSPENDED" -> Optional.of(chance(REVOKED_PERCENT) ? "REVOKE" : "REINSTATE");
            default -> Optional.empty();
        };
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
