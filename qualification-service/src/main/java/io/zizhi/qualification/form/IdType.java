package io.zizhi.qualification.form;

import io.zizhi.qualification.form.standard.ResidentId;
import java.time.LocalDate;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** The kinds of id document of natural persons, each with the format of its number. */
public enum IdType {
    /** 居民身份证. */
    RESIDENT_ID(ResidentId::isValid),

    /** 护照, Chinese or foreign. */
    PASSPORT(matching("[A-Za-z0-9]{5,20}")),

    /** 港澳居民来往内地通行证; on old cards the last two digits count replacements. */
    HOME_RETURN_PERMIT(matching("[HM]\\d{8}(\\d{2})?")),

    /** 台湾居民来往大陆通行证, new and old format. */
    TAIWAN_COMPATRIOT_PERMIT(matching("\\d{8}|\\d{10}[A-Za-z]?")),

    /** 港澳台居民居住证. */
    RESIDENCE_PERMIT(ResidentId::isValidResidencePermit),

    /** Anything else, for example 外国人永久居留身份证. */
    OTHER(matching("[\\p{Print}&&[^ ]]{1,50}"));

    private final BiPredicate<String, LocalDate> form;

    IdType(BiPredicate<String, LocalDate> form) {
        this.form = form;
    }

    /** Whether the normalized {@code number} can belong to such a document on the day {@code today}. */
    public boolean accepts(String number, LocalDate today) {
        return form.test(number, today);
    }

    private static BiPredicate<String, LocalDate> matching(String pattern) {
        Pattern form = Pattern.compile(pattern);
        return (number, today) -> form.matcher(number).matches();
    }
}
