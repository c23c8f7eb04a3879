package io.zizhi.recognition.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.recognition.DocumentForm;
import io.zizhi.recognition.PictureBox;
import io.zizhi.recognition.RecognizedField;
import io.zizhi.recognition.ocr.Glyph;
import io.zizhi.recognition.ocr.ReadPicture;
import io.zizhi.recognition.ocr.TextBox;
import io.zizhi.recognition.ocr.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormReaderTest {

    /** Height of a line, and distance of its characters, in pixels. */
    private static final double HEIGHT = 36;

    private static final double PITCH = 30;

    private final List<TextLine> lines = new ArrayList<>();

    @Test
    void separates_neighbouring_labels_and_values_in_one_line() {
        line("性别女", 70, 160);
        line("民族汉", 280, 160);
        line("姓名欧阳婧怡", 70, 90);
        assertThat(value("sex")).isEqualTo("女");
        assertThat(value("ethnicity")).isEqualTo("汉");
        assertThat(value("name")).isEqualTo("欧阳婧怡");
    }

    @Test
    void joins_the_lines_of_an_address_below_each_other() {
        line("住址", 70, 300);
        line("浙江省杭州市西湖区文三路", 170, 300);
        line("100号翠苑小区3幢", 170, 350);
        line("公民身份号码11010519491231002X", 70, 550);
        assertThat(value("address")).isEqualTo("浙江省杭州市西湖区文三路100号翠苑小区3幢");
    }

    @Test
    void derives_sex_and_birth_from_a_valid_number() {
        line("11010519491231002X", 300, 550);
        assertThat(value("sex")).isEqualTo("女");
        assertThat(value("birthDate")).isEqualTo("1949-12-31");
        assertThat(field(DocumentForm.ID_PORTRAIT, "birthDate").isConfirmed()).isFalse();
    }

    @Test
    void halves_the_confidence_of_a_number_with_a_wrong_check() {
        line("公民身份号码11010519491231003X", 70, 550);
        RecognizedField number = field(DocumentForm.ID_PORTRAIT, "idNumber");
        assertThat(number.isConfirmed()).isFalse();
        assertThat(number.confidence()).isLessThan(0.5);
    }

    @Test
    void reads_a_validity_without_an_end() {
        line("有效期限", 200, 570);
        line("2015.06.30-长期", 380, 570);
        assertThat(field(DocumentForm.ID_EMBLEM, "validFrom").value()).isEqualTo("2015-06-30");
        assertThat(field(DocumentForm.ID_EMBLEM, "validTo").value()).isEqualTo("2099-12-31");
    }

    @Test
    void finds_a_validity_whose_label_misses_a_character() {
        line("有效限2015.04.07-2025.04.07", 200, 570);
        assertThat(field(DocumentForm.ID_EMBLEM, "validFrom").value()).isEqualTo("2015-04-07");
    }

    @Test
    void keeps_the_columns_of_a_licence_apart() {
        line("名", 90, 370);
        line("称", 210, 370);
        line("星河科技有限公司", 280, 370);
        line("注册资本", 790, 370);
        line("壹佰万元整", 960, 370);
        line("经营范围", 90, 560);
        line("技术服务软件开发", 280, 560);
        line("住所", 790, 520);
        line("浙江省杭州市西湖区", 960, 520);
        line("文三路100号", 960, 560);
        assertThat(field(DocumentForm.BUSINESS_LICENSE, "name").value()).isEqualTo("星河科技有限公司");
        assertThat(field(DocumentForm.BUSINESS_LICENSE, "address").value()).isEqualTo("浙江省杭州市西湖区文三路100号");
    }

    @Test
    void does_not_take_a_value_for_the_lost_half_of_a_label() {
        line("名", 90, 370);
        line("沈阳市蓝鲸建筑工程股份有限公司", 280, 370);
        assertThat(field(DocumentForm.BUSINESS_LICENSE, "name").value()).isEqualTo("沈阳市蓝鲸建筑工程股份有限公司");
    }

    @Test
    void follows_rows_of_a_picture_taken_at_an_angle() {
        double slope = Math.toRadians(6);
        tilted("签发机关", 200, 400, slope);
        tilted("杭州市公安局西湖分局", 400, 400 + 200 * Math.tan(slope), slope);
        tilted("有效期限", 200, 460, slope);
        tilted("2015.06.30-2035.06.30", 400, 460 + 200 * Math.tan(slope), slope);
        assertThat(field(DocumentForm.ID_EMBLEM, "authority").value()).isEqualTo("杭州市公安局西湖分局");
    }

    @Test
    void returns_boxes_in_the_picture_as_uploaded() {
        line("姓名张三", 100, 50);
        List<RecognizedField> fields =
                FormReader.of(DocumentForm.ID_PORTRAIT).read(new Page(new ReadPicture(lines, 1, 1000, 640)));
        PictureBox box = fields.getFirst().box();
        // Before the picture was turned clockwise, its top was on the left.
        assertThat(box.x()).isBetween(25, 40);
        assertThat(box.y()).isBetween(770, 830);
        assertThat(box.height()).isGreaterThan(box.width());
    }

    private String value(String name) {
        return field(DocumentForm.ID_PORTRAIT, name).value();
    }

    private RecognizedField field(DocumentForm form, String name) {
        return FormReader.of(form).read(new Page(new ReadPicture(lines, 0, 1400, 990))).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " was not found"));
    }

    private void line(String text, double left, double centerY) {
        tilted(text, left, centerY, 0);
    }

    /** Adds a line whose first character is at (left, firstY). */
    private void tilted(String text, double left, double firstY, double angle) {
        double width = text.length() * PITCH;
        List<Glyph> glyphs = IntStream.range(0, text.length())
                .mapToObj(index -> new Glyph(text.substring(index, index + 1), 0.9, (index + 0.5) / text.length()))
                .toList();
        lines.add(new TextLine(
                new TextBox(
                        left + width / 2 * Math.cos(angle), firstY + width / 2 * Math.sin(angle), width, HEIGHT, angle),
                glyphs));
    }
}
