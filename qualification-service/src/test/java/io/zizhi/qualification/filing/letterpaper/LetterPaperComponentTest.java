package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class LetterPaperComponentTest {

    @Test
    void only_owner_can_print_and_only_complete_draft() throws IOException {
        InstalledFont.require();
        Letters letters = new Letters(Filer.ofAgency());
        long id = letters.drafted(Letters.good());

        byte[] pdf = letters.pdf(id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("attachment; filename=\"authorization-letter-" + id + ".pdf\""))
                .extract()
                .asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("百川示例信息服务有限公司", "【星河示例】");
        }
        letters.pdf(letters.drafted(Forms.map("name", Letters.good().get("name"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("LETTER_INCOMPLETE"))
                .body("errors.pointer", hasItem("/signatureNames"));
        new Letters(Filer.ofCompanyB()).pdf(id).then().statusCode(404).body("code", equalTo("LETTER_NOT_FOUND"));
    }
}
