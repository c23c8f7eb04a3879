package io.zizhi.notification.sender.message;

/** A variable of the message texts, with its longest value. Two variables share a name only in different texts. */
public enum SmsVariable {
    /** Six digits. */
    CODE("code", 6, false, "012345", "012345"),

    /** A duration in minutes. */
    MINUTES("minutes", 5, false, "5", "5"),

    /** Display name of a qualification or letter; Chinese in most cases. */
    NAME("name", 100, true, "示例科技短信资质", "Example Tech"),

    /** Number of a submission. */
    WORK_ORDER("workOrder", 16, false, "20000001", "20000001"),

    /** Number of reasons, items or reviews. */
    COUNT("count", 6, false, "2", "2"),

    /** The first reasons, items or kinds of evidence, in words. */
    REASONS("list", 200, true, "营业证件已过期、图片模糊", "certificate expired, image blurred"),

    /** The first work orders of a notice to staff. */
    WORK_ORDERS("list", 70, false, "20000001、20000002", "20000001, 20000002"),

    /** A date. */
    ENDS_ON("endsOn", 10, false, "2027-03-31", "2027-03-31"),

    /** A number of days. */
    DAYS("days", 4, false, "30", "30"),

    /** A due time of the review clock. */
    OLDEST("oldest", 19, false, "03-31 18:30", "03-31 18:30 (UTC+8)");

    private static final String CHINESE = "资";
    private static final String DIGIT = "8";

    private final String placeholder;
    private final int longest;
    private final boolean anyScript;
    private final String chinese;
    private final String english;

    SmsVariable(String placeholder, int longest, boolean anyScript, String chinese, String english) {
        this.placeholder = placeholder;
        this.longest = longest;
        this.anyScript = anyScript;
        this.chinese = chinese;
        this.english = english;
    }

    /** Returns the name in the text, without braces. */
    public String placeholder() {
        return placeholder;
    }

    /** Returns the length of the longest value, in UTF-16 characters. */
    public int longest() {
        return longest;
    }

    /** Returns an example value. */
    public String example(SmsLanguage language) {
        return switch (language) {
            case ZH_CN -> chinese;
            case EN -> english;
        };
    }

    /** Returns a value of the greatest length, with Chinese characters if a value may have them. */
    public String longestValue() {
        return (anyScript ? CHINESE : DIGIT).repeat(longest);
    }
}
