package io.zizhi.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Javadoc of records, enums, endpoints and settings, which the module {@code build/comments} stores at compile time.
 */
final class Comments {

    private static final String FILE = "META-INF/zizhi/comments.properties";
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

    private final Properties comments;

    private Comments(Properties comments) {
        this.comments = comments;
    }

    static Comments ofAllModules(ClassLoader modules) {
        Properties comments = new Properties();
        try {
            for (URL file : Collections.list(modules.getResources(FILE))) {
                try (InputStream content = file.openStream()) {
                    comments.load(content);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Comments(comments);
    }

    /** @param key binary name of a type; for a member, also {@code #} and the name of the member */
    Optional<String> of(String key) {
        return Optional.ofNullable(comments.getProperty(key)).filter(text -> !text.isEmpty());
    }

    /** Returns the description of a parameter or record component as a sentence. */
    Optional<String> ofParameter(String key, String name) {
        return of(key + "@" + name);
    }

    static String firstSentence(String text) {
        Matcher end = SENTENCE_END.matcher(text);
        return end.find() ? text.substring(0, end.start()) : text;
    }
}
