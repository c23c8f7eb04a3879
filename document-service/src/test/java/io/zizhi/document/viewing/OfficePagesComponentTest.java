package io.zizhi.document.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.OfficeDouble;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.document.viewing.pages.SwitchedOffice;
import io.zizhi.document.viewing.watermark.MarkReader;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DOC and DOCX as pages, with a script in place of LibreOffice. */
@QuarkusTest
@WithDoubles
class OfficePagesComponentTest {

    @Inject
    Rows rows;

    @Inject
    SwitchedOffice office;

    @BeforeEach
    void install() {
        office.switchOn();
    }

    @AfterEach
    void reset() {
        office.switchOff();
        ReviewServiceDouble.reset();
    }

    @Test
    void shows_pages_after_the_scan_only() throws IOException {
        String document = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SampleFiles.docx());
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), document);
        setStatus(document, "PENDING_SCAN");
        page("reviewer-a", document, "&reason=REVIEW").isProblem(409, "DOCUMENT_PENDING_SCAN");
        page("applicant-a", document, "").isProblem(409, "DOCUMENT_PENDING_SCAN");

        setStatus(document, "AVAILABLE");

        Answer page = page("reviewer-a", document, "&reason=REVIEW");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Page-Count")).isEqualTo("2");
        assertThat(MarkReader.read(ImageIO.read(new ByteArrayInputStream(page.bytes()))))
                .isPresent();
        DocumentsClient.get("reviewer-a", "/v1/documents/" + document + "/content?reason=REVIEW")
                .isProblem(409, "PAGES_ONLY");
    }

    @Test
    void converts_one_document_at_a_time() throws IOException {
        List<Integer> statuses = Stream.of("applicant-a", "applicant-b")
                .map(user -> {
                    String document = DocumentsClient.stored(user, "MORE_MATERIAL", SampleFiles.doc());
                    setStatus(document, "AVAILABLE");
                    return List.of(user, document);
                })
                .toList()
                .parallelStream()
                .map(owned -> page(owned.getFirst(), owned.getLast(), "").status())
                .toList();

        assertThat(statuses).containsOnly(200);
        List<String> record = OfficeDouble.record();
        for (int at = 0; at < record.size(); at++) {
            assertThat(record.get(at)).isEqualTo(at % 2 == 0 ? "begin" : "end");
        }
    }

    private void setStatus(String document, String status) {
        rows.execute("update document set status = '" + status + "' where id = '" + document + "'");
    }

    private static Answer page(String user, String document, String query) {
        return DocumentsClient.get(user, "/v1/documents/" + document + "/pages/1?width=600" + query);
    }
}
