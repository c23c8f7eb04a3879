package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.LetterForm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LetterPaperTest {

    private final LetterPaper paper = new LetterPaper(InstalledFont.find());

    @Test
    void prints_all_fields_of_complete_letter() throws IOException {
        String text = text(paper.print(letter(List.of("星河示例", "Galaxy2026"))));

        assertThat(text)
                .startsWith("短信签名授权委托书")
                .contains("授权方（签名归属方）：星河示例科技有限公司")
                .contains("统一社会信用代码：91330106673959654P")
                .contains("被授权方（申请方）：百川示例信息服务有限公司")
                .contains("（共2个）：【星河示例】、【Galaxy2026】")
                .contains("自2026年11月1日起，至2028年10月31日止")
                .contains("授权委托书编号：10000002名称：授权")
                .contains("授权方（加盖公章）：＿＿＿", "签署日期：＿＿＿＿年＿＿月＿＿日");
    }

    @Test
    void names_every_missing_field_of_empty_draft() {
        LetterForm draft = new LetterForm("授权", null, " ", null, null, null, null, List.of());

        assertThatThrownBy(() -> CompleteLetter.of(1, draft))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("LETTER_INCOMPLETE");
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer)
                            .containsExactly(
                                    "/authoriser",
                                    "/creditCode",
                                    "/authorisedParty",
                                    "/validFrom",
                                    "/validTo",
                                    "/signatureNames");
                });
    }

    @Test
    void refuses_character_missing_in_fonts() {
        assertThatThrownBy(() -> paper.print(letter(List.of("星河示例", "示例\uD880\uDC00"))))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("LETTER_UNPRINTABLE");
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer)
                            .containsExactly("/signatureNames/1");
                });
    }

    @Test
    void prints_number_and_longest_name_on_every_page() throws IOException {
        String name = "长".repeat(100);
        List<String> signatures = IntStream.range(0, 100)
                .mapToObj(number -> "十二个字的签名示例" + (100 + number))
                .toList();

        String text = text(paper.print(letter(name, signatures)));

        assertThat(text.split("编号：10000002名称：" + name, -1)).hasSize(3);
    }

    @Test
    void prints_a_hundred_signatures_on_several_pages() throws IOException {
        List<String> names = IntStream.range(0, 100)
                .mapToObj(number -> "十二个字的签名示例" + (100 + number))
                .toList();
        byte[] pdf = paper.print(letter(names));

        String text = text(pdf).replace("授权委托书编号：10000002名称：授权", "");
        assertThat(names).allMatch(text::contains);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void embeds_subsets_of_all_fonts() throws IOException {
        byte[] pdf = paper.print(letter(List.of("星河示例", "Galaxy 2026", "龘“示例”·")));

        assertThat(pdf).hasSizeLessThan(100_000);
        assertThat(text(pdf)).contains("【龘“示例”·】");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources resources = document.getPage(0).getResources();
            assertThat(resources.getFontNames()).hasSize(2);
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
                assertThat(resources.getFont(name).getName()).matches("[A-Z]{6}\\+.+");
            }
        }
    }

    /** Removes line breaks, and the gaps that a PDF reader inserts between half-width and full-width characters. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");
        }
    }

    private static CompleteLetter letter(List<String> signatures) {
        return letter("授权", signatures);
    }

    private static CompleteLetter letter(String name, List<String> signatures) {
        return CompleteLetter.of(
                10_000_002,
                new LetterForm(
                        name,
                        "星河示例科技有限公司",
                        "91330106673959654P",
                        PersonName.of("百川示例信息服务有限公司"),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2028, 10, 31),
                        null,
                        signatures));
    }
}
