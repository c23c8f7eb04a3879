package io.zizhi.qualification.filing.letterpaper;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the template with the letter's data. Seal, signature and date stay blank, to be filled in on paper. */
final class LetterText {

    static final String TITLE = "短信签名授权委托书";

    private static final String BLANK = "＿＿＿＿＿＿＿＿＿＿＿＿";
    private static final String BLANK_DAY = "＿＿＿＿年＿＿月＿＿日";

    private LetterText() {}

    /** Returns the paragraphs; an empty one is vertical space. */
    static List<String> paragraphs(CompleteLetter letter) {
        return List.of(
                "授权方（签名归属方）：" + letter.authoriser(),
                "统一社会信用代码：" + letter.creditCode(),
                "被授权方（申请方）：" + letter.party(),
                "",
                "授权方是下列短信签名的所有者或合法使用者，现授权被授权方以其账号申请短信资质和短信签名，办理运营商实名报备，并使用下列签名发送短信。",
                "一、授权签名（共 " + letter.signatureNames().size() + " 个）：" + signatures(letter),
                "二、授权有效期：自 " + day(letter.validFrom()) + " 起，至 " + day(letter.validTo()) + " 止，首尾两日均包含在内。",
                "三、授权方承诺签名及所提交的材料真实、合法、有效，不侵犯他人权益；被授权方在授权范围内的行为，其法律后果由授权方承担。",
                "四、被授权方不得将本授权转授他人；授权期满，或授权方书面撤销的，本授权终止。",
                "五、本授权委托书的内容不得改动，涂改无效。",
                "",
                "授权方（加盖公章）：" + BLANK,
                "法定代表人（负责人）（签字）：" + BLANK,
                "签署日期：" + BLANK_DAY);
    }

    /** Returns the line at the foot of each page, by which a paper is matched to its record. */
    static String foot(CompleteLetter letter) {
        return "授权委托书编号：" + letter.id() + "　名称：" + letter.name();
    }

    private static String signatures(CompleteLetter letter) {
        return letter.signatureNames().stream().map(name -> "【" + name + "】").collect(Collectors.joining("、"));
    }

    private static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
