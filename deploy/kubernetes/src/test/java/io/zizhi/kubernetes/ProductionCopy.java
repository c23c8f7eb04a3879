package io.zizhi.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A changed copy of the overlay {@code production}, as an operator makes it. It is in {@code target}, which is as deep as
 * {@code overlays}, so that its references to components stay valid.
 */
final class ProductionCopy {

    /** A line that is commented out. Prose begins with one space. */
    private static final Pattern COMMENTED_OUT = Pattern.compile("(?m)^( *)# (?=- | {2})");

    private static final String TEMPLATES = "alibaba.properties";

    private ProductionCopy() {}

    /** Copies the overlay with all its lines, and returns the folder. */
    static Path complete(String name) {
        return with(name, ProductionCopy::uncomment);
    }

    /** Uncomments all lines, and chooses all SMS senders. */
    static String uncomment(String text) {
        return COMMENTED_OUT
                .matcher(text)
                .replaceAll("$1")
                .replace("ZIZHI_SMS_SENDERS=http", "ZIZHI_SMS_SENDERS=alibaba,smpp,http");
    }

    /** Copies the overlay and the file of templates, changes the text of each file, and returns the folder. */
    static Path with(String name, UnaryOperator<String> change) {
        Path original = Build.FOLDER.resolve("overlays/production");
        Path copy = Build.FOLDER.resolve("target").resolve(name);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(original.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.writeString(target, change.apply(Files.readString(file)));
            }
            Files.writeString(
                    copy.resolve(TEMPLATES),
                    Files.readString(
                            Build.FOLDER.resolve("components/sms-alibaba").resolve(TEMPLATES)));
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
