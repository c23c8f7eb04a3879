package io.zizhi.bench.specimen;

import java.awt.Color;
import java.time.LocalDate;
import java.util.List;

/** Draws certificates of organisations, A4 landscape at about 120 dots per inch. */
final class Certificate {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 990;
    private static final Color PAPER = new Color(0xFBF5E6);
    private static final int SIZE = 27;
    private static final int ROW = 62;

    private static final List<String> CAPITAL = List.of("壹佰万元整", "伍佰万元整", "壹仟万元整", "叁拾万元整");

    private static final String SCOPE =
            "一般项目：技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广；软件开发；信息系统集成服务；数据处理服务；广告设计、代理；日用百货销售（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。";

    private Certificate() {}

    /** Draws a business licence. Half of them show a validity, as forms before 2022 do. */
    static Sheet businessLicense(Words words, Typeface typeface) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, PAPER, typeface);
        String code = words.creditCode("91");
        String name = words.company();
        String type = words.companyType();
        String representative = words.personName();
        String address = words.address();
        Validity validity = Validity.of(words);
        LocalDate established = validity.first();

        sheet.seal(WIDTH / 2, 110, 62);
        sheet.write("营业执照", 78, 30, 500, 260, Color.BLACK);
        sheet.write("（副本）", 30, WIDTH / 2 + 260, 255);
        sheet.write("统一社会信用代码", 22, 90, 180);
        sheet.write(code, 28, 2, 90, 222, Color.BLACK);

        int left = 90;
        int leftValues = 280;
        int right = 790;
        int rightValues = 960;
        int y = 370;
        spread(sheet, "名称", left, leftValues - 50, y);
        sheet.wrap(name, SIZE, 17, leftValues, y);
        spread(sheet, "注册资本", right, rightValues - 40, y);
        sheet.write(words.any(CAPITAL), SIZE, rightValues, y);
        y += ROW;
        spread(sheet, "类型", left, leftValues - 50, y);
        sheet.wrap(type, SIZE, 17, leftValues, y);
        spread(sheet, "成立日期", right, rightValues - 40, y);
        sheet.write(Validity.chinese(established), SIZE, rightValues, y);
        y += ROW + 10;
        sheet.write("法定代表人", SIZE, left, y);
        sheet.write(representative, SIZE, leftValues, y);
        if (words.chance(0.5)) {
            spread(sheet, "营业期限", right, rightValues - 40, y);
            sheet.write(validity.chinese(), 24, rightValues, y);
            validity.record(sheet);
        }
        y += ROW;
        spread(sheet, "住所", right, rightValues - 40, y);
        sheet.wrap(address, SIZE, 13, rightValues, y);
        spread(sheet, "经营范围", left, leftValues - 50, y);
        sheet.wrap(SCOPE, 22, 18, leftValues, y);
        sheet.write("登记机关", SIZE, 850, 800);
        sheet.write(words.registry() + "市场监督管理局", 24, 850, 850);
        sheet.write(Validity.chinese(words.dayBetween(2019, 2025)), SIZE, 960, 910);
        sheet.seal(1100, 830, 90);

        sheet.field("creditCode", code);
        sheet.field("name", name);
        sheet.field("type", type);
        sheet.field("legalRepresentative", representative);
        sheet.field("address", address);
        sheet.field("establishedOn", established.toString());
        return sheet;
    }

    static Sheet institution(Words words, Typeface typeface) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, new Color(0xF7F2EA), typeface);
        String code = words.creditCode("12");
        String name = words.institution();
        String representative = words.personName();
        String address = words.address();
        Validity validity = Validity.of(words);

        sheet.seal(WIDTH / 2, 110, 62);
        sheet.write("事业单位法人证书", 64, 14, 380, 250, Color.BLACK);
        sheet.write("（副本）", 28, WIDTH / 2 - 60, 300);
        sheet.write("统一社会信用代码", SIZE, 120, 370);
        sheet.write(code, 30, 2, 380, 372, Color.BLACK);

        int y = 440;
        int values = 340;
        spread(sheet, "名称", 120, values - 60, y);
        sheet.write(name, SIZE, values, y);
        spread(sheet, "法定代表人", 820, 990, y);
        sheet.write(representative, SIZE, 1030, y);
        y += ROW;
        sheet.write("宗旨和业务范围", SIZE, 120, y);
        sheet.wrap("开展相关公共服务，承担主管部门交办的其他事项。", 24, 18, values, y);
        spread(sheet, "经费来源", 820, 990, y);
        sheet.write(words.chance(0.5) ? "财政补助收入" : "非财政补助收入", SIZE, 1030, y);
        y += ROW + 30;
        spread(sheet, "住所", 120, values - 60, y);
        sheet.wrap(address, SIZE, 16, values, y);
        spread(sheet, "开办资金", 820, 990, y);
        sheet.write("￥" + (10 + words.below(990)) + "万元", SIZE, 1030, y);
        y += 2 * ROW;
        spread(sheet, "举办单位", 120, values - 60, y);
        sheet.write(words.registry() + "人民政府", SIZE, values, y);
        y += ROW;
        sheet.write("有效期", SIZE, 120, y);
        sheet.write("自" + validity.chinese(), SIZE, values, y);
        sheet.write("登记管理机关", SIZE, 820, 830);
        sheet.write(words.registry() + "事业单位登记管理局", 24, 820, 880);
        sheet.seal(1130, 850, 90);

        sheet.field("creditCode", code);
        sheet.field("name", name);
        sheet.field("legalRepresentative", representative);
        sheet.field("address", address);
        validity.record(sheet);
        return sheet;
    }

    /** Writes a label with gaps, so that it ends at {@code end}, as printed forms do. */
    private static void spread(Sheet sheet, String label, int x, int end, int y) {
        int gap = Math.max(0, (end - x - SIZE * label.length()) / (label.length() - 1));
        sheet.write(label, SIZE, gap, x, y, Color.BLACK);
    }
}
