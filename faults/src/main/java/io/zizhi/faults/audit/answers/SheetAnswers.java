package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the sheets of bulk filings. Sheets have no idempotency key, so a sheet repeated after a lost response may
 * exist twice. Then one row of each name is submitted and the other skipped or rejected.
 */
public final class SheetAnswers implements Answers {

    private static final Set<String> OPEN = Set.of("WAITING", "DRAFTED", "AWAITING_PHONE", "AWAITING_LETTER", "READY");

    /** Row numbers count as in spreadsheets; row 1 is the header. */
    private static final int FIRST_ROW = 2;

    static List<Operation> uploaded(Evidence evidence) {
        return evidence.operations().stream().filter(SheetAnswers::isSheet).toList();
    }

    public static boolean isSheet(Operation operation) {
        return operation.name().equals("uploadSheet");
    }

    /** Returns the names in the rows of the sheet, in order. */
    public static List<String> names(Operation sheet) {
        return List.of(sheet.sent("names").split(" ", -1));
    }

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<String, Row> filings = evidence.rowsBy(Evidence.QUALIFICATION, "bulk_filing", "id");
        Map<String, Row> rows = evidence.rows(Evidence.QUALIFICATION, "bulk_row").stream()
                .collect(Collectors.toMap(SheetAnswers::place, Function.identity()));
        List<Operation> sheets = uploaded(evidence);
        List<Row> others = new ArrayList<>(filings.values());
        sheets.stream().filter(sheet -> sheet.end() == Moment.OK).forEach(sheet -> {
            Row filing = filings.get(sheet.got("id"));
            others.remove(filing);
            findings.require(
                    filing != null
                            && filing.text("account_id").equals(sheet.sent("account"))
                            && filing.number("row_count") == names(sheet).size(),
                    "The bulk filing " + sheet.got("id") + " is missing or different",
                    sheet,
                    String.valueOf(filing));
            submitted(evidence, sheet, rows, findings);
        });
        Map<String, List<Operation>> byAccount =
                sheets.stream().collect(Collectors.groupingBy(sheet -> sheet.sent("account")));
        others.stream()
                .collect(Collectors.groupingBy(filing -> filing.text("account_id")))
                .forEach((account, own) -> new Unanswered(byAccount.getOrDefault(account, List.of()))
                        .unexplained(own, "created_at")
                        .forEach(filing -> findings.add(
                                "The bulk filing " + filing.text("id")
                                        + " exists although its request was rejected or does not exist",
                                filing)));
        rows.forEach((place, row) -> ended(evidence, place, row, findings));
        reported(evidence, rows, findings);
    }

    /** Returns the row's key: bulk filing id and row number, such as {@code 30000001 2}. */
    private static String place(Row row) {
        return row.text("filing_id") + " " + row.text("number");
    }

    /** Checks that an accepted row, or another row of the same name, was submitted. */
    private static void submitted(Evidence evidence, Operation sheet, Map<String, Row> rows, Findings findings) {
        Map<String, List<Row>> qualifications = evidence.rows(Evidence.QUALIFICATION, "qualification").stream()
                .collect(Collectors.groupingBy(row -> row.text("name")));
        List<String> names = names(sheet);
        for (int index = 0; index < names.size(); index++) {
            String place = sheet.got("id") + " " + (FIRST_ROW + index);
            List<Row> named = qualifications.getOrDefault(names.get(index), List.of());
            findings.require(
                    named.stream().anyMatch(row -> row.has("current_revision")),
                    "Row " + place + " was accepted but never submitted",
                    sheet,
                    String.valueOf(rows.get(place)),
                    named);
        }
    }

    private static void ended(Evidence evidence, String place, Row row, Findings findings) {
        findings.require(!OPEN.contains(row.text("state")), "Row " + place + " is unfinished", row);
        if (!row.has("qualification_id")) {
            findings.require(!row.has("work_order"), "Row " + place + " submitted nothing", row);
            return;
        }
        List<Row> siblings = evidence.rows(Evidence.QUALIFICATION, "bulk_row").stream()
                .filter(other -> other.text("qualification_id").equals(row.text("qualification_id")))
                .filter(other -> !isSkipped(other))
                .toList();
        findings.require(
                siblings.size() == 1, "Several rows became qualification " + row.text("qualification_id"), siblings);
        boolean isThere = evidence.rows(Evidence.QUALIFICATION, "qualification").stream()
                .anyMatch(qualification -> qualification.text("id").equals(row.text("qualification_id")));
        findings.require(isThere, "The qualification of row " + place + " is missing", row);
        boolean submitted = row.text("state").equals("SUBMITTED") || isSkipped(row);
        List<Row> revisions = evidence.rows(Evidence.QUALIFICATION, "revision").stream()
                .filter(revision -> revision.has("work_order")
                        && revision.text("work_order").equals(row.text("work_order"))
                        && revision.text("qualification_id").equals(row.text("qualification_id")))
                .toList();
        findings.require(
                submitted == !revisions.isEmpty(),
                "Row " + place + " is " + row.text("state") + " and " + revisions.size() + " revisions have work order "
                        + row.text("work_order"),
                row,
                revisions);
    }

    /** A skipped row names the submission of another row. */
    private static boolean isSkipped(Row row) {
        return row.text("state").equals("SKIPPED");
    }

    /** Checks that a submitted row never changes after an applicant has read it. */
    private static void reported(Evidence evidence, Map<String, Row> rows, Findings findings) {
        evidence.operations().stream()
                .filter(operation -> operation.is("readRows", Moment.OK))
                .forEach(operation -> Stream.of(operation.got("submitted").split(" ", -1))
                        .filter(reported -> !reported.isEmpty())
                        .map(reported -> reported.split(":", -1))
                        .forEach(reported -> {
                            Row row = rows.get(operation.sent("filing") + " " + reported[0]);
                            findings.require(
                                    row != null && row.text("work_order").equals(reported[1]),
                                    "Row " + reported[0] + " of bulk filing " + operation.sent("filing")
                                            + " was reported as submitted under " + reported[1] + " but is not",
                                    operation,
                                    String.valueOf(row));
                        }));
    }
}
