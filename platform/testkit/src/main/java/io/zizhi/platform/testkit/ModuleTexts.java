package io.zizhi.platform.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What a module says about its settings outside of the mappings.
 *
 * @param comments the Javadoc of all modules, which {@code build/comments} stores at compile time
 * @param properties the module's {@code application.properties} or {@code microprofile-config.properties}, which may contain
 *     defaults and values of profiles
 */
record ModuleTexts(Properties comments, Properties properties) {

    private static final String COMMENTS = "META-INF/zizhi/comments.properties";

    static ModuleTexts of(Path applicationProperties) {
        ModuleTexts texts = new ModuleTexts(new Properties(), new Properties());
        try {
            ClassLoader modules = Objects.requireNonNull(ModuleTexts.class.getClassLoader());
            for (URL file : Collections.list(modules.getResources(COMMENTS))) {
                try (var content = file.openStream()) {
                    texts.comments.load(content);
                }
            }
            // The platform has only the second file.
            for (Path file : List.of(
                    applicationProperties,
                    applicationProperties.resolveSibling("META-INF/microprofile-config.properties"))) {
                if (Files.exists(file)) {
                    try (Reader content = Files.newBufferedReader(file)) {
                        texts.properties.load(content);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    Optional<String> comment(String key) {
        return Optional.ofNullable(comments.getProperty(key));
    }

    Optional<String> property(String name) {
        return Optional.ofNullable(properties.getProperty(name));
    }
}
