package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares answers to uploads with stored documents. Uploads have no idempotency key, so a repeat after a lost response
 * may create a second document.
 */
final class UploadAnswers implements Answers {

    @Override
    public void compare(Evidence evidence, Findings findings) {
        List<Operation> uploads = evidence.operations().stream()
                .filter(operation -> operation.name().equals("upload"))
                .toList();
        Map<String, Row> documents = evidence.rowsBy(Evidence.DOCUMENT, "document", "id");
        List<Row> others = new ArrayList<>(documents.values());
        for (Operation upload : uploads) {
            if (upload.end() == Moment.OK) {
                Row document = documents.get(upload.got("documentId"));
                findings.require(
                        document != null && document.text("sha256").equals(upload.got("sha256")),
                        "The uploaded document " + upload.got("documentId") + " is missing or different",
                        upload,
                        String.valueOf(document));
                others.remove(document);
            }
        }
        Map<String, List<Operation>> asked = uploads.stream()
                .collect(Collectors.groupingBy(upload -> upload.sent("account") + " " + upload.sent("kind")));
        others.stream()
                .collect(Collectors.groupingBy(document -> document.text("account_id") + " " + document.text("kind")))
                .forEach((owner, rows) -> new Unanswered(asked.getOrDefault(owner, List.of()))
                        .unexplained(rows, "stored_at")
                        .forEach(row -> findings.add("No upload for the document " + row.text("id"), row)));
    }
}
