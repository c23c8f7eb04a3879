package io.zizhi.qualification.form.standard;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * One character of a name.
 *
 * @param position counted from 1, in characters (code points)
 * @param codePoint the character
 */
public record NameCharacter(int position, int codePoint) {

    /**
     * Whether it deceives readers: it is invisible (a default-ignorable such as a variation selector or a Hangul filler), it
     * changes the direction of writing, it has no meaning of its own (unassigned, private use), or it is a second code
     * point for a Han character (Kangxi radicals, compatibility ideographs).
     */
    public boolean isDeceptive() {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL)
                || hasNoMeaning()
                || standard().isPresent();
    }

    /** The Han character that it stands for, where it is a second code point for one. */
    public Optional<String> standard() {
        String written = Character.toString(codePoint);
        String normalised = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN && !normalised.equals(written)
                ? Optional.of(normalised)
                : Optional.empty();
    }

    /** Its number, as Unicode writes it: {@code U+FE0F}. */
    public String number() {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** What an applicant is told of it in Chinese; shows the number, because the character itself may be invisible. */
    public String placeZh() {
        return "第 " + position + " 个字符（" + number() + "）"
                + standard().map(character -> "请改为“" + character + "”").orElse("有误") + "。";
    }

    /** The same in English. */
    public String placeEn() {
        return "It is character " + position + " (" + number() + ")"
                + standard()
                        .map(character -> "; write " + character + " instead")
                        .orElse("") + ".";
    }

    /** Control and format characters, too: neither shows anything. */
    private boolean hasNoMeaning() {
        return switch (Character.getType(codePoint)) {
            case Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
