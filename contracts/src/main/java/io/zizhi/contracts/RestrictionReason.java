package io.zizhi.contracts;

import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of reasons for a suspension, reinstatement or revocation. Codes are stable and part of events. */
public enum RestrictionReason {
    /** Indications of abuse are being checked (风险核查中). */
    UNDER_INVESTIGATION(
            "风险核查中",
            "Under investigation",
            "平台正在核查，请配合提供说明，无需重新提交资质。",
            "Answer our questions during the investigation; you need not submit the qualification again."),

    /** Recipients complained (用户投诉). */
    COMPLAINTS(
            "用户投诉",
            "Complaints from recipients",
            "请核实投诉并说明整改措施。",
            "Look into the complaints and tell us what you changed."),

    /** Messages broke the rules for content (发送内容违规). */
    CONTENT_VIOLATION(
            "发送内容违规",
            "Content against the rules",
            "请停止发送违规内容并说明整改措施。",
            "Stop sending such content and tell us what you changed."),

    /** Submitted material proved false (材料不实). */
    MATERIAL_FALSE("材料不实", "False material", "请更换为真实有效的材料。", "Replace the material with genuine documents."),

    /** The owner was deregistered or lost its licence (主体已注销或吊销). */
    OWNER_DEREGISTERED(
            "主体已注销或吊销",
            "Owner deregistered",
            "请核实主体的登记状态，或使用其他有效主体申请资质。",
            "Check the registration of the owner, or apply with another owner."),

    /** The owner of the signature withdrew its authorization (授权方撤回授权). */
    AUTHORIZATION_WITHDRAWN(
            "授权方撤回授权", "Authorization withdrawn by the owner", "请取得新的授权委托书。", "Obtain a new authorization letter."),

    /** A regulator or carrier demanded it (监管部门或运营商要求). */
    REGULATOR_ORDER(
            "监管部门或运营商要求",
            "Order of a regulator or carrier",
            "请联系平台了解要求并整改。",
            "Contact us about the order and follow it."),

    /** The applicant resolved the problem (问题已整改). */
    RESOLVED("问题已整改", "Problem resolved", "可以继续新增签名。", "You can add signatures again."),

    /** The suspicion proved wrong (经核查问题不成立). */
    NOT_CONFIRMED("经核查问题不成立", "Suspicion not confirmed", "可以继续新增签名。", "You can add signatures again.");

    private final String zh;
    private final String en;
    private final String adviceZh;
    private final String adviceEn;

    RestrictionReason(String zh, String en, String adviceZh, String adviceEn) {
        this.zh = zh;
        this.en = en;
        this.adviceZh = adviceZh;
        this.adviceEn = adviceEn;
    }

    /** Returns the reason with this code; empty if a newer version has added it. */
    public static Optional<RestrictionReason> named(String code) {
        return Stream.of(values()).filter(reason -> reason.name().equals(code)).findFirst();
    }

    /** Returns the reason in a few words, in Chinese. */
    public String zh() {
        return zh;
    }

    /** Returns the reason in a few words, in English. */
    public String en() {
        return en;
    }

    /** Returns what the applicant should do, in Chinese. */
    public String adviceZh() {
        return adviceZh;
    }

    /** Returns what the applicant should do, in English. */
    public String adviceEn() {
        return adviceEn;
    }
}
