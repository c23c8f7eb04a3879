package io.zizhi.qualification.precheck;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * All notices that consent was ever asked for: what somebody agreed to stays readable. They are read when the service
 * starts, which fails where the current one has no text, so that nobody agrees to a version without one.
 */
@Singleton
@Startup
public class Notices {

    private static final String SHIPPED = "2026-11";
    private static final String ZH = ".zh.txt";
    private static final String EN = ".en.txt";

    private final Map<String, Notice> byVersion = new TreeMap<>();
    private final String current;

    /**
     * @param config names the current version
     * @param directory the operator's own notices, each as {@code <version>.zh.txt} and {@code <version>.en.txt}
     */
    Notices(
            PrecheckConfig config,
            @ConfigProperty(name = "zizhi.consent.notice-directory") Optional<String> directory) {
        current = config.noticeVersion();
        shipped(ZH).ifPresent(zh -> add(SHIPPED, zh, shipped(EN).orElse(zh)));
        directory.map(Path::of).ifPresent(this::read);
        if (!byVersion.containsKey(current)) {
            throw new IllegalStateException(
                    "There is no text of the notice " + current + " (zizhi.consent.notice-version)");
        }
    }

    /** The notice of that version, or the one in force where {@code version} is {@code current}. */
    public Optional<Notice> of(String version) {
        return Optional.ofNullable(byVersion.get(version.equals("current") ? current : version));
    }

    private void add(String version, String zh, String en) {
        byVersion.put(version, new Notice(version, version.equals(current), zh, en));
    }

    private void read(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path zh : files.filter(file -> file.toString().endsWith(ZH)).toList()) {
                String name = zh.getFileName().toString();
                String version = name.substring(0, name.length() - ZH.length());
                add(version, Files.readString(zh), Files.readString(directory.resolve(version + EN)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Notices of " + directory + " could not be read", failure);
        }
    }

    private static Optional<String> shipped(String language) {
        try (@Nullable InputStream text = Notices.class.getResourceAsStream("/notices/" + SHIPPED + language)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
