package io.zizhi.platform.http.problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Detects malformed text. A surrogate without its other half is not a character: it would be stored as a question mark.
 * NUL is a character, but PostgreSQL cannot store it.
 */
public final class TextForm {

    private TextForm() {}

    /** Returns the error code of malformed text, or empty. */
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

    /** Returns whether the bytes are strictly valid UTF-8: not overlong, not truncated, no lone surrogates. */
    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
