package io.zizhi.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The Javadoc of the records and enums, as Markdown, which the build stores in a resource. */
final class Comments {

    private final Properties texts = new Properties();

    Comments() {
        try (InputStream file = EventType.class.getResourceAsStream("/META-INF/zizhi/comments.properties")) {
            texts.load(Objects.requireNonNull(file, "The build did not store the Javadoc comments"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the comment of a record or enum; every one must have a comment. */
    String ofType(Class<?> type) {
        return Objects.requireNonNull(texts.getProperty(type.getName()), () -> type.getName() + " needs a comment");
    }

    /** Returns the comment of a record's component; empty if there is none. */
    String ofComponent(Class<?> type, String component) {
        return texts.getProperty(type.getName() + "@" + component, "");
    }

    /** Returns the comment of an enum constant; empty if there is none. */
    String ofConstant(Class<?> type, Object constant) {
        return texts.getProperty(type.getName() + "#" + constant, "");
    }
}
