package io.zizhi.notification.sender.message;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The message texts. Chinese providers expect the name of a pre-approved text and its parameters. So each message
 * carries name and parameters, besides the complete text.
 */
public enum SmsTemplate {
    /** A phone code: {@code code}, {@code minutes}. */
    PHONE_CODE(
            "您的验证码是 {code}，{minutes} 分钟内有效，仅用于短信资质申请，请勿告知他人。",
            "Your code is {code}. It is valid for {minutes} minutes and only for an SMS qualification. Do not share"
                    + " it."),

    /** A qualification was approved: {@code name}, {@code workOrder}. */
    QUALIFICATION_APPROVED(
            "您的短信资质“{name}”（工单 {workOrder}）已通过审核。",
            "Your SMS qualification \"{name}\" (work order {workOrder}) was approved."),

    /** A qualification was rejected: {@code name}, {@code workOrder}, {@code count}, {@code list}. */
    QUALIFICATION_REJECTED(
            "您的短信资质“{name}”（工单 {workOrder}）未通过审核，共 {count} 条原因：{list}。请登录查看处理建议，修改后重新提交或新建申请。",
            "Your SMS qualification \"{name}\" (work order {workOrder}) was rejected for {count} reason(s): {list}."
                    + " Please log in to read the advice, then correct it and submit again, or file a new one."),

    /** More material is needed: {@code name}, {@code workOrder}, {@code count}, {@code list}. */
    QUALIFICATION_SUPPLEMENT_REQUESTED(
            "您的短信资质“{name}”（工单 {workOrder}）需要补充资料，共 {count} 项：{list}。请补充后重新提交。",
            "Your SMS qualification \"{name}\" (work order {workOrder}) needs {count} more item(s): {list}. Please add"
                    + " them and submit again."),

    /** Evidence expires soon: {@code name}, {@code list}, {@code endsOn}, {@code days}. */
    QUALIFICATION_EXPIRING(
            "您的短信资质“{name}”的{list}将于 {endsOn} 到期（剩余 {days} 天）。请及时更新资料并提交资质变更，到期后无法再新增签名，已有签名不受影响。",
            "SMS qualification \"{name}\": {list} will expire after {endsOn} (days left: {days}). Please update the"
                    + " documents and submit an amendment. After expiry you cannot add signatures; existing ones stay"
                    + " valid."),

    /** Evidence has expired: {@code name}, {@code list}, {@code endsOn}. */
    QUALIFICATION_EXPIRED(
            "您的短信资质“{name}”的{list}已于 {endsOn} 到期，无法再新增签名，已有签名不受影响。请更新资料并提交资质变更。",
            "SMS qualification \"{name}\": {list} was valid until {endsOn} and has expired. You cannot add signatures;"
                    + " existing signatures stay valid. Please update the documents and submit an amendment."),

    /** A qualification was suspended: {@code name}, {@code list}. */
    QUALIFICATION_SUSPENDED(
            "您的短信资质“{name}”已被暂停使用，原因：{list}。暂停期间无法新增签名，已绑定的签名不受影响。请登录查看说明并及时处理。",
            "Your SMS qualification \"{name}\" was suspended: {list}. You cannot add signatures until it is reinstated;"
                    + " existing signatures stay bound. Please read the note and resolve the reason."),

    /** The suspension of a qualification was lifted: {@code name}, {@code list}. */
    QUALIFICATION_REINSTATED(
            "您的短信资质“{name}”已恢复使用，原因：{list}。可以继续新增签名。",
            "Your SMS qualification \"{name}\" was reinstated: {list}. You can add signatures again."),

    /** A qualification was revoked: {@code name}, {@code list}. */
    QUALIFICATION_REVOKED(
            "您的短信资质“{name}”已被撤销，原因：{list}。无法再新增签名，已绑定的签名不受影响。如需继续使用，请修改资质并重新提交审核。",
            "Your SMS qualification \"{name}\" was revoked: {list}. You cannot add signatures; existing signatures stay"
                    + " bound. To use it again, please submit an amendment."),

    /** A letter was approved: {@code name}, {@code workOrder}. */
    LETTER_APPROVED(
            "您的授权委托书“{name}”（工单 {workOrder}）已通过审核。",
            "Your authorization letter \"{name}\" (work order {workOrder}) was approved."),

    /** A letter was rejected: {@code name}, {@code workOrder}, {@code count}, {@code list}. */
    LETTER_REJECTED(
            "您的授权委托书“{name}”（工单 {workOrder}）未通过审核，共 {count} 条原因：{list}。请修改后重新提交。",
            "Your authorization letter \"{name}\" (work order {workOrder}) was rejected for {count} reason(s): {list}."
                    + " Please correct it and submit again."),

    /** A letter needs more material: {@code name}, {@code workOrder}, {@code count}, {@code list}. */
    LETTER_SUPPLEMENT_REQUESTED(
            "您的授权委托书“{name}”（工单 {workOrder}）需要补充资料，共 {count} 项：{list}。请补充后重新提交。",
            "Your authorization letter \"{name}\" (work order {workOrder}) needs {count} more item(s): {list}. Please"
                    + " add them and submit again."),

    /** A letter expires soon: {@code name}, {@code endsOn}, {@code days}. */
    LETTER_EXPIRING(
            "您的授权委托书“{name}”将于 {endsOn} 到期（剩余 {days} 天）。请在到期前重新出具并提交新的授权委托书，到期后不能再用于新增签名。",
            "Your authorization letter \"{name}\" will expire after {endsOn} (days left: {days}). Please submit"
                    + " a new letter before that; this letter cannot authorise new signatures afterwards."),

    /** A letter has expired: {@code name}, {@code endsOn}. */
    LETTER_EXPIRED(
            "您的授权委托书“{name}”已于 {endsOn} 到期，不能再用于新增签名，已有签名不受影响。请重新出具并提交新的授权委托书。",
            "Your authorization letter \"{name}\" was valid until {endsOn} and has expired. It cannot authorise new"
                    + " signatures; existing signatures stay valid. Please submit a new letter."),

    /** To staff: reviews are close to their target. {@code minutes}, {@code count}, {@code oldest}, {@code list}. */
    STAFF_REVIEWS_WARNED(
            "最近 {minutes} 分钟有 {count} 个审核工单即将超时，其中最早一个应于 {oldest} 前完成，工单号：{list}。请及时处理。",
            "{count} review(s) came close to their target in the last {minutes} minute(s); oldest due {oldest}; first"
                    + " work orders {list}."),

    /** To staff: reviews are overdue. {@code minutes}, {@code count}, {@code oldest}, {@code list}. */
    STAFF_REVIEWS_BREACHED(
            "最近 {minutes} 分钟有 {count} 个审核工单超时，其中最早一个应于 {oldest} 前完成，工单号：{list}。请尽快处理。",
            "{count} review(s) breached their target in the last {minutes} minute(s); oldest due {oldest}; first work"
                    + " orders {list}."),

    /** To staff: overdue reviews were escalated. {@code minutes}, {@code count}, {@code oldest}, {@code list}. */
    STAFF_REVIEWS_ESCALATED(
            "最近 {minutes} 分钟有 {count} 个审核工单严重超时，已升级，其中最早一个应于 {oldest} 前完成，工单号：{list}。请立即处理。",
            "{count} review(s) were escalated in the last {minutes} minute(s); oldest due {oldest}; first work orders"
                    + " {list}.");

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final String chinese;
    private final String english;

    SmsTemplate(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Returns the complete text. {@code parameters} must be exactly those of the template. */
    public String text(SmsLanguage language, Map<String, String> parameters) {
        if (!parameters.keySet().equals(parameters())) {
            throw new IllegalArgumentException(this + " takes " + parameters() + ", not " + parameters.keySet());
        }
        return PLACE.matcher(pattern(language))
                .replaceAll(place -> Matcher.quoteReplacement(parameters.getOrDefault(place.group(1), "")));
    }

    /** Returns the names of the parameters. */
    public Set<String> parameters() {
        return PLACE.matcher(chinese).results().map(place -> place.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    String pattern(SmsLanguage language) {
        return switch (language) {
            case ZH_CN -> chinese;
            case EN -> english;
        };
    }
}
