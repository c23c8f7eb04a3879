package io.zizhi.document.pinning.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.document.pinning.check.CheckView.CheckedDocument;
import io.zizhi.document.recognition.RecognitionFacts;
import io.zizhi.document.recognition.RecognitionStatus;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFacts;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckViewTest {

    private static final List<DocumentKind> EMBLEM = List.of(DocumentKind.ID_EMBLEM);

    private final Document own = document("company-a");
    private final Document foreign = document("company-b");

    @Test
    void hides_documents_of_other_accounts() {
        String absent = DocumentId.random();
        CheckView checked = CheckView.from(
                List.of(foreign),
                "company-a",
                List.of(new WantedDocument(foreign.id(), EMBLEM), new WantedDocument(absent, EMBLEM)));
        assertThat(checked.documents())
                .containsExactly(
                        new CheckedDocument(foreign.id(), Usability.NOT_FOUND, null, null, null, null),
                        new CheckedDocument(absent, Usability.NOT_FOUND, null, null, null, null));
    }

    @Test
    void keeps_the_order_and_names_obstacles() {
        CheckView checked = CheckView.from(
                List.of(own),
                "company-a",
                List.of(
                        new WantedDocument(own.id(), EMBLEM),
                        new WantedDocument(own.id(), List.of(DocumentKind.MORE_MATERIAL))));
        assertThat(checked.documents()).containsExactly(checked(Usability.PENDING_SCAN), checked(Usability.WRONG_KIND));
        assertThat(checked.obstacles())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/documents/1/documentId", "DOCUMENT_WRONG_KIND"));
    }

    private CheckedDocument checked(Usability status) {
        return new CheckedDocument(own.id(), status, DocumentKind.ID_EMBLEM, "1".repeat(64), true, null);
    }

    @Test
    void hides_recognitions_of_other_accounts() {
        RecognitionFacts facts =
                new RecognitionFacts(RecognitionStatus.WAITING, null, List.of(), List.of(), null, null, null);
        CheckView checked = CheckView.from(
                List.of(own, foreign),
                "company-a",
                List.of(new WantedDocument(own.id(), EMBLEM), new WantedDocument(foreign.id(), EMBLEM)),
                Map.of(own.id(), facts, foreign.id(), facts));
        assertThat(checked.documents()).extracting(CheckedDocument::recognition).containsExactly(facts, null);
    }

    private static Document document(String accountId) {
        return new Document(
                accountId,
                "somebody",
                DocumentKind.ID_EMBLEM,
                new FileFacts(FileFormat.PNG, 7, "0".repeat(64), "1".repeat(64), true),
                Instant.EPOCH);
    }
}
