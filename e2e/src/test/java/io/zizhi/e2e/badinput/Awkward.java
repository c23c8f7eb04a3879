package io.zizhi.e2e.badinput;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that often break programs. */
final class Awkward {

    private Awkward() {}

    /** Unusual but valid values, by type. */
    static Map<String, String> harmless() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("blank", "   ");
        texts.put("ideographic space", "\u3000");
        texts.put("no-break space", "\u00A0");
        texts.put("zero-width space", "\u200B");
        texts.put("right to left", "\u202Eabc\u202C");
        texts.put("arabic", "\u0645\u0631\u062D\u0628\u0627");
        texts.put("emoji", "\uD83D\uDE00");
        texts.put("family emoji", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67");
        texts.put("rare han", "\uD840\uDC0B\uD869\uDED6");
        texts.put("combining", "e\u0301" + "\u0300".repeat(60));
        texts.put("fullwidth digits", "\uFF11\uFF12\uFF13");
        texts.put("noncharacter", "\uFFFE\uFFFF");
        texts.put("byte order mark", "\uFEFFabc");
        texts.put("line separator", "a\u2028b\u2029c");
        texts.put("markup", "<script>alert(1)</script>");
        texts.put("sql", "' or 1=1; --");
        texts.put("wildcards", "%_%%");
        texts.put("expression", "${jndi:ldap://127.0.0.1/a}#{7*7}{{7*7}}");
        texts.put("format", "%s%n%x{0}");
        texts.put("path", "../../../../etc/passwd");
        texts.put("number", "12345678901234567890");
        texts.put("infinity", "Infinity");
        texts.put("impossible date", "2026-02-30");
        texts.put("date with time", "2026-01-01T00:00:00Z");
        texts.put("year 0", "0000-01-01");
        texts.put("year 10000", "+10000-01-01");
        texts.put("huge year", "+999999999-12-31");
        texts.put("letters", "a".repeat(100));
        texts.put("more letters", "a".repeat(300));
        texts.put("many letters", "a".repeat(5_000));
        texts.put("many han", "\u8D44".repeat(20_000));
        texts.put("a quarter megabyte", "a".repeat(200_000));
        texts.put("a megabyte", "a".repeat(1_000_000));
        return texts;
    }

    /**
     * JSON strings, without the quotes, that no field can accept: PostgreSQL cannot store them, or they are invalid
     * Unicode.
     */
    static Map<String, String> impossible() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("NUL", "a\\u0000b");
        texts.put("lone high surrogate", "a\\uD800b");
        texts.put("lone low surrogate", "a\\uDC00b");
        texts.put("surrogates in the wrong order", "\\uDC00\\uD800");
        return texts;
    }

    /** Values of a path or query parameter, percent-encoded. */
    static Map<String, String> encoded() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("zero", "0");
        texts.put("negative", "-1");
        texts.put("plus", "+1");
        texts.put("fraction", "1.5");
        texts.put("exponent", "1e3");
        texts.put("hexadecimal", "0x10");
        texts.put("leading zeros", "0000000001");
        texts.put("largest long", "9223372036854775807");
        texts.put("beyond long", "9223372036854775808");
        texts.put("beyond anything", "9".repeat(40));
        texts.put("arabic digits", "%D9%A1%D9%A2");
        texts.put("letters", "abc");
        texts.put("null", "null");
        texts.put("blank", "%20");
        texts.put("tab", "%09");
        texts.put("emoji", "%F0%9F%98%80");
        texts.put("han", "%E8%B5%84");
        texts.put("right to left", "%E2%80%AEabc");
        texts.put("sql", "%27%20or%201%3D1%3B--");
        texts.put("wildcards", "%25_%25");
        texts.put("braces", "%7Bid%7D");
        texts.put("encoded slashes", "..%2F..%2Fetc%2Fpasswd");
        texts.put("encoded dots", "%2E%2E");
        texts.put("matrix parameter", "1;a=b");
        texts.put("new line", "1%0D%0AX-Injected:%201");
        texts.put("ampersand", "a%26b%3Dc");
        texts.put("512 letters", "a".repeat(512));
        texts.put("3000 letters", "a".repeat(3_000));
        texts.put("absent document", "0".repeat(32));
        texts.put("absent number", "999999999");
        return texts;
    }

    /** Encoded values that are not valid text and must never be accepted as such. */
    static Map<String, String> encodedImpossible() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("NUL", "a%00b");
        texts.put("overlong", "%C0%AF");
        texts.put("invalid UTF-8", "%FF%FE");
        texts.put("half a character", "%E8%B5");
        texts.put("surrogate in UTF-8", "%ED%A0%80");
        texts.put("invalid hexadecimal", "%zz");
        texts.put("trailing percent", "1%");
        texts.put("old escape", "%u0041");
        return texts;
    }
}
