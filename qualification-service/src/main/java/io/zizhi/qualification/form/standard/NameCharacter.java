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
     * Returns whether the character can deceive readers. It is invisible (a default-ignorable such as a variation
     * selector or a Hangul filler), changes the writing direction, has no meaning of its own (unassigned, private use),
     * or duplicates a Han character (Kangxi radicals, compatibility ideographs).
     */
    public boolean isDeceptive() {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL)
                || hasNoMeaning()
                || standard().isPresent();
    }

    /** Returns the Han character that it duplicates, if any. */
    public Optional<String> standard() {
        String written = Character.toString(codePoint);
        String normalised = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN && !normalised.equals(written)
                ? Optional.of(normalised)
                : Optional.empty();
    }

    /** Returns the code point in Unicode notation, such as {@code U+FE0F}. */
    public String number() {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** Describes position and code point in Chinese. The code point is given because the character may be invisible. */
    public String placeZh() {
        return "第 " + position + " 个字符（" + number() + "）"
                + standard().map(character -> "请改为“" + character + "”").orElse("有误") + "。";
    }

    /** Describes position and code point in English. */
    public String placeEn() {
        return standard()
                        .map(character -> "Replace character " + position + " (" + number() + ") with " + character)
                        .orElse("Correct character " + position + " (" + number() + ")")
                + ".";
    }

    /** Includes control and format characters, which display nothing. */
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
