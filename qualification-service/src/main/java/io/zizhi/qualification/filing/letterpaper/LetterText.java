package io.zizhi.qualification.filing.letterpaper;

import io.zizhi.qualification.form.LetterForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of the template with the letter's data. Missing fields become blanks to be filled in on paper. */
final class LetterText {

    static final String TITLE = "短信签名授权委托书";

    private static final String BLANK = "＿＿＿＿＿＿＿＿＿＿＿＿";
    private static final String BLANK_DAY = "＿＿＿＿年＿＿月＿＿日";

    private LetterText() {}

    /** Returns the paragraphs; an empty one is vertical space. */
    static List<String> paragraphs(LetterForm form) {
        List<String> text = new ArrayList<>();
        text.add("授权方（签名归属方）：" + filled(form.authoriser()));
        text.add("统一社会信用代码：" + filled(form.creditCode()));
        text.add("被授权方（申请方）：" + filled(form.party().orElse(null)));
        text.add("");
        text.add("授权方是下列短信签名的所有者或合法使用者，现授权被授权方以其账号申请短信资质和短信签名，办理运营商实名报备，并使用下列签名发送短信。");
        text.add("一、授权签名（共 " + form.signatureNames().size() + " 个）：" + signatures(form));
        text.add("二、授权有效期：自 " + day(form.validFrom()) + " 起，至 " + day(form.validTo()) + " 止，首尾两日均包含在内。");
        text.add("三、授权方承诺签名及所提交的材料真实、合法、有效，不侵犯他人权益；被授权方在授权范围内的行为，其法律后果由授权方承担。");
        text.add("四、被授权方不得将本授权转授他人；授权期满，或授权方书面撤销的，本授权终止。");
        text.add("五、本授权委托书的内容不得改动，涂改无效。");
        text.add("");
        text.add("授权方（加盖公章）：" + BLANK);
        text.add("法定代表人（负责人）（签字）：" + BLANK);
        text.add("签署日期：" + BLANK_DAY);
        return text;
    }

    private static String filled(@Nullable String text) {
        return text == null || text.isBlank() ? BLANK : text;
    }

    private static String signatures(LetterForm form) {
        return form.signatureNames().isEmpty()
                ? BLANK
                : form.signatureNames().stream().map(name -> "【" + name + "】").collect(Collectors.joining("、"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? BLANK_DAY : "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
