package io.zizhi.qualification.bulk.sheet.column;

/** What the result column of a result sheet says about a row. */
public enum SheetResult {
    IN_PROGRESS("处理中", "in progress"),
    AWAITING_PHONE("待验证手机号", "awaiting phone verification"),
    AWAITING_LETTER("待授权委托书审核", "awaiting review of the letter"),
    /** Uploading the result sheet again skips such a row. */
    SUBMITTED("已提交", "submitted"),
    TO_CORRECT("待修改", "to be corrected"),
    CANCELLED("已取消", "cancelled");

    private final String chinese;
    private final String english;

    SheetResult(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
