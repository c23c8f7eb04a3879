package io.zizhi.qualification.bulk.sheet;

import java.util.Map;

/** Chinese advice on errors whose own text is English. Rules of the pre-check bring theirs along. */
final class ChineseAdvice {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("FIELD_REQUIRED", "此项必填，请填写。"),
            Map.entry("FIELD_TOO_LONG", "内容过长，请缩短。"),
            Map.entry("FIELD_HAS_CONTROL_CHARACTERS", "内容含有不可见的控制字符，请删除后重新填写。"),
            Map.entry("FIELD_NOT_UNICODE", "内容含有无法识别的字符，请重新填写。"),
            Map.entry("FIELD_TYPE_WRONG", "内容的格式不正确，请按模板说明填写。"),
            Map.entry("FIELD_INVALID", "内容不符合要求，请按模板说明填写。"),
            Map.entry("DOCUMENT_ID_INVALID", "请填写已上传文件的 ID（32 位）或文件名。"),
            Map.entry("PHONE_VERIFICATION_ID_INVALID", "手机验证 ID 不正确，请填写验证手机号时返回的 ID，或留空。"),
            Map.entry("NUMBER_NOT_POSITIVE", "请填写大于 0 的整数。"),
            Map.entry("TOO_MANY_DOCUMENTS", "文件过多，最多 10 个。"),
            Map.entry("NAME_TAKEN", "本账号下已有名称相同或字形相近的资质，请修改资质名称。"),
            Map.entry("TOO_MANY_DRAFTS", "本账号的草稿过多，请先提交或删除部分草稿，再重新提交该行。"),
            Map.entry("STALE_VERSION", "该行的草稿已在页面上被修改，请在页面上继续提交。"),
            Map.entry("ILLEGAL_TRANSITION", "该资质当前的状态不允许提交，请在资质详情中查看。"),
            Map.entry("QUALIFICATION_NOT_FOUND", "该行的草稿已被删除，请重新提交该行。"),
            Map.entry("DOCUMENT_NOT_USABLE", "有文件已不能使用，请重新上传后再提交该行。"),
            Map.entry("PHONE_VERIFICATION_NOT_USABLE", "手机验证已失效或已被使用，请重新验证管理员手机号。"),
            Map.entry("PRECHECK_FAILED", "预检未通过，请按提示修改。"),
            Map.entry("INTERNAL_ERROR", "系统内部错误，请联系平台运营人员。"));

    private ChineseAdvice() {}

    /** Returns the advice, or a general sentence for a code without advice of its own. */
    static String of(String code) {
        return BY_CODE.getOrDefault(code, "该行未通过检查（" + code + "），请按英文说明修改或联系平台运营人员。");
    }
}
