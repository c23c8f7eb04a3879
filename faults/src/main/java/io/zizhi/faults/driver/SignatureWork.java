package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.calls.SupervisorCalls;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.driver.history.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A signature system that binds new signatures to qualifications which supervisors are about to restrict or have
 * restricted. It releases the signatures again after a while, so that the applicants can delete the qualifications. It
 * finds these qualifications with a supervisor's requests.
 */
final class SignatureWork implements Runnable {

    private static final String WORKER = "signature-system";

    /** How many signatures stay bound. They are filed with the carriers meanwhile. */
    private static final int AT_A_TIME = 3;

    private final SystemAccess access;
    private final SupervisorCalls supervisor;
    private final History history;
    private final Habits habits;
    private final Deque<Long> bound = new ArrayDeque<>();
    private int named;

    SignatureWork(SystemAccess access, SupervisorCalls supervisor, History history, Habits habits) {
        this.access = access;
        this.supervisor = supervisor;
        this.history = history;
        this.habits = habits;
    }

    @Override
    public void run() {
        habits.repeat(this::step);
    }

    private void step() {
        List<JsonNode> requests = supervisor
                .requests(habits.random().nextBoolean() ? "REQUESTED" : "CARRIED_OUT")
                .items();
        if (!requests.isEmpty()) {
            bind(habits.any(requests));
        }
    }

    private void bind(JsonNode request) {
        ObjectNode question = Api.JSON
                .createObjectNode()
                .put("accountId", request.path("accountId").asText())
                .put("qualificationId", request.path("qualificationId").asLong())
                .put("name", "演练签名" + ++named);
        Reply reply = habits.untilAnswered(() -> history.perform(
                WORKER,
                "bindSignature",
                Map.of("qualification", request.path("qualificationId").asText()),
                () -> access.api().post(access.at(""), question),
                answer -> Map.of("signature", answer.path("id").asText())));
        if (reply.isOk()) {
            bound.add(reply.number("id"));
        }
        if (bound.size() > AT_A_TIME) {
            release(bound.remove());
        }
    }

    private void release(long signature) {
        habits.untilAnswered(() -> history.perform(
                WORKER,
                "releaseSignature",
                Map.of("signature", Long.toString(signature)),
                () -> access.api().delete(access.at("/" + signature)),
                answer -> Map.of()));
    }
}
