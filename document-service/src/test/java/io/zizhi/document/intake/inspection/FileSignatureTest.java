package io.zizhi.document.intake.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.FileFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileSignatureTest {

    @Test
    void detects_every_format_by_its_bytes() {
        assertThat(FileSignature.detect(SampleFiles.jpeg())).contains(FileFormat.JPEG);
        assertThat(FileSignature.detect(SampleFiles.png())).contains(FileFormat.PNG);
        assertThat(FileSignature.detect(SampleFiles.gif())).contains(FileFormat.GIF);
        assertThat(FileSignature.detect(SampleFiles.pdf())).contains(FileFormat.PDF);
        assertThat(FileSignature.detect(SampleFiles.doc())).contains(FileFormat.DOC);
        assertThat(FileSignature.detect(SampleFiles.docx())).contains(FileFormat.DOCX);
    }

    @Test
    void rejects_markup_with_any_name() {
        assertThat(FileSignature.detect("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)))
                .isEmpty();
        assertThat(FileSignature.detect("<!doctype html><script>".getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void accepts_a_zip_only_with_word_parts() {
        assertThat(FileSignature.detect(SampleFiles.zip("readme.txt"))).isEmpty();
        assertThat(FileSignature.detect(SampleFiles.zip("[Content_Types].xml", "xl/workbook.xml")))
                .isEmpty();
        assertThat(FileSignature.detect(SampleFiles.zip("word/document.xml"))).isEmpty();
    }

    @Test
    void rejects_a_truncated_word_document() {
        byte[] whole = SampleFiles.docx();
        for (int length = 0; length < whole.length - 1; length++) {
            assertThat(FileSignature.detect(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void rejects_other_ole_containers() {
        byte[] bytes = SampleFiles.doc();
        Arrays.fill(bytes, 1_024, bytes.length, (byte) 0);
        assertThat(FileSignature.detect(bytes)).isEmpty();
    }
}
