package io.zizhi.platform.http.problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells what is no text. A surrogate without its other half is no character: written out it would become a question
 * mark, so that something else were kept than was sent. A NUL is one, but PostgreSQL keeps none.
 */
public final class TextForm {

    private TextForm() {}

    /** The code of what is wrong with it; nothing where it is text. */
    public static Optional<String> codeOf(String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of("FIELD_HAS_CONTROL_CHARACTERS");
        }
        return isUnicode(text) ? Optional.empty() : Optional.of("FIELD_NOT_UNICODE");
    }

    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(character -> character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    /** Whether the bytes are UTF-8, strictly: neither overlong nor cut short nor half a pair. */
    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
