package io.zizhi.recognition;

import java.util.List;

/** Decides whether a picture of an identity document shows another one than a resident identity card. */
final class ShownForm {

    /** Printed on travel permits and passports, and never on a resident identity card. */
    private static final List<String> OTHER_ID = List.of("通行证", "护照", "证件号码");

    private static final List<String> RESIDENT_ID = List.of("公民身份", "居民身份证");

    private ShownForm() {}

    /** @param words all lines of text in the picture */
    static DocumentForm of(DocumentForm wanted, String words) {
        boolean isId = wanted == DocumentForm.ID_PORTRAIT || wanted == DocumentForm.ID_EMBLEM;
        return isId
                        && OTHER_ID.stream().anyMatch(words::contains)
                        && RESIDENT_ID.stream().noneMatch(words::contains)
                ? DocumentForm.OTHER_ID
                : wanted;
    }
}
