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
import org.jspecify.annotations.Nullable;

/**
 * All notices, including old notices, so that past consents stay readable. They are loaded at startup, which fails if
 * the current version has no text.
 */
@Singleton
@Startup
public class Notices {

    private static final String SHIPPED = "2026-11";
    private static final String ZH = ".zh.txt";
    private static final String EN = ".en.txt";

    private final Map<String, Notice> byVersion = new TreeMap<>();
    private final String current;

    Notices(NoticeConfig config) {
        current = config.noticeVersion();
        shipped(ZH).ifPresent(zh -> add(SHIPPED, zh, shipped(EN).orElse(zh)));
        config.noticeDirectory().ifPresent(this::read);
        if (!byVersion.containsKey(current)) {
            throw new IllegalStateException(
                    "zizhi.consent.notice-version is " + current + ", but this notice has no text");
        }
    }

    /** Returns the notice with this version, or the current one if {@code version} is {@code current}. */
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
            throw new UncheckedIOException("Cannot read the notices in " + directory, failure);
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
