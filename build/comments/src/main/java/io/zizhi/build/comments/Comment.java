package io.zizhi.build.comments;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Javadoc comment as Markdown on one line.
 *
 * @param text the text before the first block tag
 * @param parameters the texts of the {@code @param} tags, as sentences
 */
record Comment(String text, Map<String, String> parameters) {

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@");
    private static final Pattern PARAMETER = Pattern.compile("(?ms)^\\s*@param\\s+(\\w+)\\s+(.*?)(?=^\\s*@|\\z)");
    private static final Pattern LITERAL = Pattern.compile("\\{@(?:code|literal|value)\\s+((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+#?([^\\s{}]+)(?:\\s+([^{}]*))?}");

    static Comment of(String javadoc) {
        Map<String, String> parameters = new LinkedHashMap<>();
        PARAMETER
                .matcher(javadoc)
                .results()
                .forEach(found -> parameters.put(found.group(1), sentence(markdown(found.group(2)))));
        Matcher firstTag = BLOCK_TAG.matcher(javadoc);
        String text = firstTag.find() ? javadoc.substring(0, firstTag.start()) : javadoc;
        return new Comment(markdown(text), parameters);
    }

    private static String markdown(String javadoc) {
        String text = LITERAL.matcher(javadoc).replaceAll("`$1`");
        text = LINK.matcher(text).replaceAll(link -> {
            String shown = link.group(2) == null ? link.group(1).replace('#', '.') : link.group(2);
            return Matcher.quoteReplacement("`" + shown + "`");
        });
        return text.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital.matches("(?s).*[.!?]") ? capital : capital + ".";
    }
}
