package io.zizhi.qualification.form;

import io.zizhi.qualification.form.standard.ResidentId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** The kinds of id document of natural persons, each with the format of its number. */
public enum IdType {
    /** Resident identity card (居民身份证). */
    RESIDENT_ID(ResidentId::isValid),

    /** Passport, Chinese or foreign (护照). */
    PASSPORT(matching("[A-Za-z0-9]{5,20}")),

    /**
     * Mainland travel permit for Hong Kong and Macau residents (港澳居民来往内地通行证). On old cards, the last two digits count
     * replacements.
     */
    HOME_RETURN_PERMIT(matching("[HM]\\d{8}(\\d{2})?")),

    /**
     * Mainland travel permit for Taiwan residents (台湾居民来往大陆通行证), in the new or old format. Old permits may
     * show a letter in brackets, as in {@code 0123456789(A)}.
     */
    TAIWAN_COMPATRIOT_PERMIT(matching("\\d{8}|\\d{10}([A-Za-z]|[(（][A-Za-z0-9]{1,2}[)）])?")),

    /** Residence permit for residents of Hong Kong, Macau and Taiwan (港澳台居民居住证). */
    RESIDENCE_PERMIT(ResidentId::isValidResidencePermit),

    /**
     * Any other document, for example a foreign permanent resident card (外国人永久居留身份证) or a military id such as
     * 军字第1234567号.
     */
    OTHER(matching("[\\p{Graph}\\p{IsHan}（）]{1,50}"));

    private final BiPredicate<String, LocalDate> form;

    IdType(BiPredicate<String, LocalDate> form) {
        this.form = form;
    }

    /** Returns whether the normalized {@code number} can belong to such a document on the day {@code today}. */
    public boolean accepts(String number, LocalDate today) {
        return form.test(number, today);
    }

    /** Returns the birth date if numbers of this type contain it. */
    public Optional<LocalDate> birthDate(String number) {
        return switch (this) {
            case RESIDENT_ID, RESIDENCE_PERMIT -> ResidentId.birthDate(number);
            case PASSPORT, HOME_RETURN_PERMIT, TAIWAN_COMPATRIOT_PERMIT, OTHER -> Optional.empty();
        };
    }

    private static BiPredicate<String, LocalDate> matching(String pattern) {
        Pattern form = Pattern.compile(pattern);
        return (number, today) -> form.matcher(number).matches();
    }
}
