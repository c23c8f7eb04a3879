package io.zizhi.qualification.bulk.sheet;

import java.util.Map;

/** The Chinese words that a sheet may use instead of the API's constants. */
final class SheetWords {

    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("自用", "SELF"),
            Map.entry("他用", "THIRD_PARTY"),
            Map.entry("企业", "COMPANY"),
            Map.entry("政府机关或事业单位", "PUBLIC_INSTITUTION"),
            Map.entry("个人", "PERSON"),
            Map.entry("企业营业执照", "BUSINESS_LICENSE"),
            Map.entry("社会信用代码证书", "SOCIAL_CREDIT_CERTIFICATE"),
            Map.entry("事业单位法人证书", "INSTITUTION_CERTIFICATE"),
            Map.entry("其他证书", "OTHER_CERTIFICATE"),
            Map.entry("居民身份证", "RESIDENT_ID"),
            Map.entry("护照", "PASSPORT"),
            Map.entry("港澳居民来往内地通行证", "HOME_RETURN_PERMIT"),
            Map.entry("台湾居民来往大陆通行证", "TAIWAN_COMPATRIOT_PERMIT"),
            Map.entry("港澳台居民居住证", "RESIDENCE_PERMIT"),
            Map.entry("其他证件", "OTHER"));

    private SheetWords() {}

    /**
     * Returns the constant for a word. An unknown word is returned unchanged, and validation of the form rejects it.
     */
    static String constantOf(String word) {
        return CONSTANTS.getOrDefault(word, word);
    }
}
