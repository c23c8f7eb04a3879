package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.QUALIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.faults.driver.history.Moment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests I17 with the carrier filings 81 (accepted), 82 (filed) and 83 (pending) of signature 80. */
class FilingAuditTest {

    private final World world = new World();

    @Test
    void accepts_repeated_report_and_unanswered_read() {
        report(82, "FILED", Moment.OK, "FILED");
        report(81, "FILED", Moment.OK, "ACCEPTED");
        report(83, "FILED", Moment.FAIL, "");
        world.did(World.FILER, "readFilingData", Moment.INFO, Map.of("filing", "83"), Map.of());
        clean();
        world.put(QUALIFICATION, "audit_entry", "object_id", "83", "action", "carrier-filing.viewed");
        clean();
    }

    @Test
    void accepts_report_that_cancels_filing_of_released_signature() {
        report(83, "FILED", Moment.OK, "CANCELLED");
        world.filingAct(83, "CANCELLED");
        filing(83).put("status", "CANCELLED");
        clean();
    }

    @Test
    void finds_signature_that_was_not_filed_everywhere() {
        world.remove(QUALIFICATION, "carrier_filing", "id", 83);
        violates("Signature 80 was filed with revision 14 at [CHINA_MOBILE, CHINA_TELECOM]");
        world.put(QUALIFICATION, "signature", "id", 84);
        violates("Signature 84 was never filed");
    }

    @Test
    void finds_second_filing_of_a_revision() {
        filing(82).put("carrier", "CHINA_MOBILE");
        violates("Signature 80 was filed with revision 14 at [CHINA_MOBILE, CHINA_MOBILE, CHINA_UNICOM]");
    }

    @Test
    void finds_open_filing_of_released_signature() {
        world.row(QUALIFICATION, "signature", "id", 80).put("released_at", World.MEANWHILE);
        violates("A carrier filing of released signature 80 has not ended");
        for (int id = 81; id <= 83; id++) {
            filing(id).put("ended_at", World.MEANWHILE);
        }
        clean();
    }

    @Test
    void finds_illegal_move_and_row_beyond_its_timeline() {
        world.filingReport(81, "FILED");
        violates("Carrier filing 81 was FILED while ACCEPTED");
        violates("Carrier filing 81 was audited 2 times as FILED");
        filing(83).put("status", "FILED");
        violates("The timeline of carrier filing 83 leads to PENDING");
    }

    @Test
    void finds_lost_report() {
        report(83, "FILED", Moment.OK, "FILED");
        violates("The report FILED of carrier filing 83 was lost");
    }

    @Test
    void finds_result_that_nobody_reported() {
        world.operations.removeIf(operation -> operation.sent("result").equals("ACCEPTED"));
        violates("Carrier filing 81 is ACCEPTED without a report");
        report(81, "ACCEPTED", Moment.FAIL, "");
        violates("Carrier filing 81 is ACCEPTED without a report");
    }

    @Test
    void finds_filing_under_another_claim() {
        filing(82).put("claim_id", "claim-of-nobody");
        violates("Carrier filing 82 was filed under another claim than reported");
    }

    @Test
    void finds_filing_claimed_twice_at_once() {
        String until = World.START.plusSeconds(60).toString();
        world.did(
                World.START.plusSeconds(9),
                World.FILER,
                "claimFilings",
                Moment.OK,
                Map.of(),
                Map.of("filings", "83@" + until));
        violates("Carrier filing 83 was claimed again before its claim ran out");
    }

    @Test
    void finds_amendment_without_rejection_and_second_one() {
        amendmentOpened();
        violates("An amendment was opened for carrier filing 82, which nobody rejected before");
        world.filingReport(82, "REJECTED");
        filing(82).put("status", "REJECTED");
        clean();
        amendmentOpened();
        violates("An amendment was opened for carrier filing 82, which nobody rejected before");
    }

    private void amendmentOpened() {
        Map<String, @Nullable Object> act = world.act(4, "AMENDMENT_OPENED");
        act.put("role", "carrier-filing-system");
        act.put("details", "{\"filingId\": 82}");
    }

    @Test
    void finds_unaudited_and_invented_reads() {
        world.did(World.FILER, "readFilingData", Moment.OK, Map.of("filing", "83"), Map.of());
        violates("The data of carrier filing 83 was read 2 times and audited 1 times");
        world.operations.removeIf(operation -> operation.name().equals("readFilingData"));
        violates("The data of carrier filing 83 was read 0 times and audited 1 times");
    }

    private void report(int id, String result, Moment end, String state) {
        Map<String, String> asked = Map.of("filing", Integer.toString(id), "result", result, "claim", "claim-" + id);
        world.did(World.FILER, "reportFiling", end, asked, Map.of("state", state));
    }

    private Map<String, @Nullable Object> filing(int id) {
        return world.row(QUALIFICATION, "carrier_filing", "id", id);
    }

    private void clean() {
        assertThat(new FilingsAreReports().check(world.evidence())).isEmpty();
    }

    private void violates(String what) {
        assertThat(new FilingsAreReports().check(world.evidence()))
                .anySatisfy(violation -> assertThat(violation.what()).contains(what));
    }
}
