package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.LetterForm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LetterPaperTest {

    private final LetterPaper paper = new LetterPaper();

    @Test
    void a_complete_letter_says_everything_that_was_filled_in() throws IOException {
        String text = text(paper.print(letter(List.of("星河示例", "Galaxy2026"))));

        assertThat(text)
                .startsWith("短信签名授权委托书")
                .contains("授权方（签名所有方）：星河示例科技有限公司")
                .contains("统一社会信用代码：91330106673959654P")
                .contains("被授权方（申请方）：百川示例信息服务有限公司")
                .contains("（共2个）：【星河示例】、【Galaxy2026】")
                .contains("自2026年11月1日起，至2028年10月31日止")
                .contains("授权方（加盖公章）：＿＿＿", "签署日期：＿＿＿＿年＿＿月＿＿日");
    }

    @Test
    void what_a_draft_lacks_stays_blank() throws IOException {
        LetterForm draft = new LetterForm("授权", null, null, null, null, null, null, List.of());

        assertThat(text(paper.print(draft))).contains("授权方（签名所有方）：＿＿＿", "被授权方（申请方）：＿＿＿", "（共0个）：＿＿＿", "自＿＿＿＿年＿＿月＿＿日起");
    }

    @Test
    void a_hundred_signatures_go_on_on_further_pages_and_none_is_lost() throws IOException {
        List<String> names = IntStream.range(0, 100)
                .mapToObj(number -> "十二个字的签名示例" + (100 + number))
                .toList();
        byte[] pdf = paper.print(letter(names));

        String text = text(pdf);
        assertThat(names).allMatch(text::contains);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void the_paper_is_small_because_the_font_is_not_embedded() {
        assertThat(paper.print(letter(List.of("星河示例")))).hasSizeLessThan(10_000);
    }

    /** Without the breaks of lines and the gaps that a reader sees between half and full width. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static LetterForm letter(List<String> signatures) {
        return new LetterForm(
                "授权",
                "星河示例科技有限公司",
                "91330106673959654P",
                PersonName.of("百川示例信息服务有限公司"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2028, 10, 31),
                null,
                signatures);
    }
}
