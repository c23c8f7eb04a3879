package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.driver.history.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The operator's filing system. It claims pending carrier filings, reads their data, files them and reports the
 * carrier's answers. It repeats unanswered reports, and some answered ones. Some claims it drops, as after a crash; their
 * late reports may come after a newer claim.
 */
final class FilingSystemWork implements Runnable {

    static final String WORKER = "filing-system";

    private static final List<String> CARRIERS = List.of("CHINA_MOBILE", "CHINA_UNICOM", "CHINA_TELECOM");
    private static final int AT_A_TIME = 2;
    private static final int DROPPED_PERCENT = 15;
    private static final int REPEATED_PERCENT = 20;
    private static final int AMENDED_PERCENT = 30;

    /** The first answer and every third after it are rejections, so that the shortest campaign has both kinds. */
    private static final int REJECTED_EVERY = 3;

    private final SystemAccess access;
    private final History history;
    private final Canaries canaries;
    private final Habits habits;
    private final List<Claimed> dropped = new ArrayList<>();
    private final List<Long> filed = new ArrayList<>();
    private int answers;

    /** A carrier filing under a claim. */
    private record Claimed(long filing, String claim) {}

    FilingSystemWork(SystemAccess access, History history, Canaries canaries, Habits habits) {
        this.access = access;
        this.history = history;
        this.canaries = canaries;
        this.habits = habits;
    }

    @Override
    public void run() {
        habits.repeat(this::step);
    }

    private void step() {
        if (!filed.isEmpty() && habits.chance(50)) {
            answer(filed.remove(habits.random().nextInt(filed.size())));
        } else if (!dropped.isEmpty() && habits.chance(DROPPED_PERCENT)) {
            file(dropped.removeFirst());
        } else {
            claim();
        }
    }

    /** Does not repeat an unanswered claim: the claim runs out, and the next one gets its filings. */
    private void claim() {
        String carrier = habits.any(CARRIERS);
        ObjectNode asked = Api.JSON.createObjectNode().put("carrier", carrier).put("limit", AT_A_TIME);
        Reply reply = history.perform(
                WORKER,
                "claimFilings",
                Map.of("carrier", carrier),
                () -> access.api().post(access.at("/claims"), asked),
                answer -> Map.of("claim", answer.path("claimId").asText(), "filings", claims(answer)));
        reply.items().forEach(item -> {
            Claimed claimed = new Claimed(item.path("id").asLong(), reply.text("claimId"));
            if (habits.chance(DROPPED_PERCENT)) {
                dropped.add(claimed);
            } else if (habits.untilAnswered(() -> data(claimed)).isOk()) {
                file(claimed);
            }
        });
    }

    /** Returns each claimed filing as its id and the end of the claim, separated by an at sign. */
    private static String claims(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(item -> item.path("id").asText() + "@"
                        + item.path("claimedUntil").asText())
                .collect(Collectors.joining(" "));
    }

    /** Reads the data of a filing. It is personal, so the history does not contain it. */
    private Reply data(Claimed claimed) {
        ObjectNode asked = Api.JSON.createObjectNode().put("claimId", claimed.claim());
        return history.perform(
                WORKER,
                "readFilingData",
                Map.of("filing", Long.toString(claimed.filing())),
                () -> access.api().post(access.at("/" + claimed.filing() + "/data"), asked),
                answer -> Map.of());
    }

    private void file(Claimed claimed) {
        ObjectNode report = Api.JSON.createObjectNode().put("result", "FILED").put("claimId", claimed.claim());
        if (report(claimed.filing(), report).isOk()) {
            filed.add(claimed.filing());
        }
    }

    private void answer(long filing) {
        if (answers++ % REJECTED_EVERY != 0) {
            report(filing, Api.JSON.createObjectNode().put("result", "ACCEPTED"));
            return;
        }
        report(
                filing,
                Api.JSON
                        .createObjectNode()
                        .put("result", "REJECTED")
                        .put("reason", "COMPANY_NAME_MISMATCH")
                        .put("note", "请" + canaries.person(habits.random()).name() + "说明情况")
                        .put("openAmendment", habits.chance(AMENDED_PERCENT)));
    }

    private Reply report(long filing, ObjectNode report) {
        Reply reply = habits.untilAnswered(() -> reported(filing, report));
        if (reply.isOk() && habits.chance(REPEATED_PERCENT)) {
            reported(filing, report);
        }
        return reply;
    }

    private Reply reported(long filing, ObjectNode report) {
        return history.perform(
                WORKER,
                "reportFiling",
                Map.of(
                        "filing",
                        Long.toString(filing),
                        "result",
                        report.path("result").asText(),
                        "claim",
                        report.path("claimId").asText()),
                () -> access.api().post(access.at("/" + filing + "/reports"), report),
                answer -> Map.of("state", answer.path("status").asText()));
    }
}
