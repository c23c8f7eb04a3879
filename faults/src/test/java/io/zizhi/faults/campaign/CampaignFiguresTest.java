package io.zizhi.faults.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Personal;
import io.zizhi.faults.evidence.PolicyTable;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.suite.Strike;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignFiguresTest {

    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");

    @Test
    void campaign_without_submissions_or_decisions_proves_nothing() {
        assertThat(CampaignFigures.whyNothingIsProved(Map.of("submissions", 3L, "decisions", 1L)))
                .isEmpty();
        assertThat(CampaignFigures.whyNothingIsProved(Map.of("submissions", 3L, "decisions", 0L)))
                .containsExactly("there were no decisions, so nothing is proved");
        assertThat(CampaignFigures.whyNothingIsProved(Map.of())).hasSize(2);
    }

    @Test
    void recovery_may_extend_beyond_next_strike() {
        List<Operation> answered = List.of(at(1, "draft"), at(2, "upload"), at(3, "claim"), at(40, "verify"));
        List<Strike> strikes = List.of(strike(false, -20, -10), strike(true, -5, 0), strike(true, 20, 39));

        assertThat(new CampaignFigures(evidence(answered)).slowestRecovery(strikes))
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void counts_receipts_letters_and_reminders_by_kind() {
        Map<String, Map<String, List<Row>>> tables = Map.of(
                "qualification-service",
                Map.of(
                        "revision", List.of(),
                        "bulk_filing", List.of(),
                        "bulk_row", List.of(),
                        "carrier_filing", List.of(),
                        "letter_submission",
                                List.of(
                                        new Row(Map.of("work_order", 1, "qualification_id", 7)),
                                        new Row(Map.of("work_order", 2)),
                                        new Row(Map.of("work_order", 3)))),
                "review-service",
                Map.of("decision", List.of(), "timer", List.of()),
                "notification-service",
                Map.of(
                        "notice",
                        List.of(),
                        "sms_message",
                        List.of(new Row(Map.of("delivery", "FAILED")), new Row(Map.of()))),
                "document-service",
                Map.of("document", List.of()));
        List<TopicRecord> records = List.of(
                published("a", "zizhi.qualification.expiring.v1"),
                published("a", "zizhi.qualification.expiring.v1"),
                published("b", "zizhi.qualification.expired.v1"),
                published("c", "zizhi.qualification.expiring.v1"),
                published("d", "zizhi.qualification.letter-expiring.v1"),
                published("e", "zizhi.qualification.letter-approved.v1"));

        assertThat(new CampaignFigures(evidence(List.of(), tables, records)).counts())
                .containsEntry("SMS with a receipt", 1L)
                .containsEntry("letters filed alone", 2L)
                .containsEntry("letters carried", 1L)
                .containsEntry("reminders of qualifications", 3L)
                .containsEntry("reminders of letters", 1L);
    }

    private static TopicRecord published(String id, String type) {
        return new TopicRecord(Topics.QUALIFICATION, 0, 0, "7", Map.of("ce_id", id, "ce_type", type), "{}");
    }

    private static Operation at(long second, String name) {
        Instant at = START.plusSeconds(second);
        return new Operation(second, "somebody", name, Map.of(), Moment.OK, Map.of(), at, at);
    }

    private static Strike strike(boolean hit, long from, long to) {
        return new Strike("F1-kill-service", "killed", hit, START.plusSeconds(from), START.plusSeconds(to));
    }

    private static Evidence evidence(List<Operation> operations) {
        return evidence(operations, Map.of(), List.of());
    }

    private static Evidence evidence(
            List<Operation> operations, Map<String, Map<String, List<Row>>> tables, List<TopicRecord> records) {
        return new Evidence(
                START,
                operations,
                tables,
                records,
                List.of(),
                Duration.ZERO,
                List.of(),
                List.of(),
                new PolicyTable(Map.of()),
                LocalTime.of(9, 0),
                List.of(),
                new Personal(Set.of(), Set.of(), Set.of()),
                List.of(),
                List.of());
    }
}
