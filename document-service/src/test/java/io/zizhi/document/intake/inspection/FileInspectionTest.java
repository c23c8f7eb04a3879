package io.zizhi.document.intake.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.intake.Upload;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFacts;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInspectionTest {

    @Test
    void derives_the_facts_from_the_bytes() {
        FileFacts facts = inspect(SampleFiles.pdf(), DocumentKind.MORE_MATERIAL);
        assertThat(facts.format()).isEqualTo(FileFormat.PDF);
        assertThat(facts.size()).isEqualTo(SampleFiles.pdf().length);
        assertThat(facts.sha256()).matches("[0-9a-f]{64}").isEqualTo(facts.uploadedSha256());
    }

    @Test
    void accepts_formats_by_kind() {
        assertThat(inspect(SampleFiles.gif(), DocumentKind.ID_PORTRAIT).format())
                .as("format in which a GIF is stored")
                .isEqualTo(FileFormat.PNG);
        assertThat(inspect(SampleFiles.docx(), DocumentKind.MORE_MATERIAL).format())
                .isEqualTo(FileFormat.DOCX);
        assertThat(inspect(SampleFiles.doc(), DocumentKind.MORE_MATERIAL).format())
                .isEqualTo(FileFormat.DOC);
        assertRefused(415, "FORMAT_NOT_ACCEPTED", () -> inspect(SampleFiles.pdf(), DocumentKind.BUSINESS_LICENSE));
        assertRefused(415, "FORMAT_NOT_ACCEPTED", () -> inspect(SampleFiles.gif(), DocumentKind.MORE_MATERIAL));
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void refuses_illegible_images_by_kind(DocumentKind kind) {
        byte[] pixel = SampleFiles.image("png", 1, 1);
        assertRefused(400, "IMAGE_TOO_SMALL", () -> inspect(pixel, kind));
        assertThatThrownBy(() -> inspect(pixel, kind))
                .hasMessageContaining(kind.leastLongerSide() + " x " + kind.leastShorterSide());
    }

    @Test
    void least_size_applies_to_either_orientation() {
        assertThat(inspect(SampleFiles.image("png", 600, 400), DocumentKind.BUSINESS_LICENSE)
                        .format())
                .isEqualTo(FileFormat.PNG);
        assertThat(inspect(SampleFiles.image("png", 400, 600), DocumentKind.BUSINESS_LICENSE)
                        .format())
                .isEqualTo(FileFormat.PNG);
        assertRefused(
                400,
                "IMAGE_TOO_SMALL",
                () -> inspect(SampleFiles.image("png", 600, 399), DocumentKind.BUSINESS_LICENSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void finds_colours_of_pictures(String format) {
        assertThat(inspect(SampleFiles.image(format, 600, 400), DocumentKind.ID_EMBLEM)
                        .colour())
                .isTrue();
        assertThat(inspect(SampleFiles.greyImage(format), DocumentKind.ID_EMBLEM)
                        .colour())
                .isFalse();
    }

    @Test
    void red_seal_makes_a_copy_coloured() {
        assertThat(inspect(SampleFiles.sealedCopy(), DocumentKind.BUSINESS_LICENSE)
                        .colour())
                .isTrue();
    }

    @Test
    void leaves_colour_of_other_files_unknown() {
        assertThat(inspect(SampleFiles.pdf(), DocumentKind.MORE_MATERIAL).colour())
                .isNull();
    }

    @Test
    void rejects_a_declared_type_that_differs() {
        assertThat(inspect(SampleFiles.jpeg(), "image/jpg; q=1")).isEqualTo(FileFormat.JPEG);
        assertThat(inspect(SampleFiles.jpeg(), "IMAGE/JPEG")).isEqualTo(FileFormat.JPEG);
        assertThat(inspect(SampleFiles.jpeg(), "application/octet-stream")).isEqualTo(FileFormat.JPEG);
        assertRefused(400, "CONTENT_TYPE_MISMATCH", () -> inspect(SampleFiles.jpeg(), "image/png"));
    }

    @Test
    void rejects_unknown_formats() {
        byte[] script = "#!/bin/sh".getBytes(UTF_8);
        assertRefused(415, "FORMAT_UNKNOWN", () -> inspect(script, DocumentKind.MORE_MATERIAL));
    }

    @Test
    void refuses_an_upload_by_its_headers() {
        assertRefused(400, "FIELD_REQUIRED", () -> upload(null, null, null));
        assertRefused(400, "KIND_UNKNOWN", () -> upload("SELFIE", null, null));
        assertRefused(400, "DOCUMENT_EMPTY", () -> upload("ID_EMBLEM", null, "0"));
        assertRefused(413, "DOCUMENT_TOO_LARGE", () -> upload("ID_EMBLEM", null, "5242881"));
        assertRefused(413, "DOCUMENT_TOO_LARGE", () -> upload("ID_EMBLEM", null, "99999999999999999999"));
        assertRefused(415, "FORMAT_NOT_ACCEPTED", () -> upload("ID_EMBLEM", "application/pdf", "10"));
        assertRefused(415, "FORMAT_NOT_ACCEPTED", () -> upload("MORE_MATERIAL", "text/html", null));
        assertThat(upload("MORE_MATERIAL", "application/pdf", "5242880").kind()).isEqualTo(DocumentKind.MORE_MATERIAL);
    }

    private static Upload upload(@Nullable String kind, @Nullable String type, @Nullable String length) {
        return Upload.of(kind, type, null, length);
    }

    private static FileFacts inspect(byte[] bytes, DocumentKind kind) {
        return FileInspection.inspect(bytes, kind, null)
                .accept(Upload.MAX_BYTES)
                .facts();
    }

    private static FileFormat inspect(byte[] bytes, String declared) {
        return FileInspection.inspect(bytes, DocumentKind.ID_EMBLEM, declared)
                .accept(Upload.MAX_BYTES)
                .facts()
                .format();
    }

    private static void assertRefused(int status, String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
