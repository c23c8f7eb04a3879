package io.zizhi.bench.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A copy of a packaged service that stores personal fields in plain text. Blind indexes stay: equality needs them. */
final class PlainBuild {

    private static final String CLASS = "io/zizhi/platform/privacy/encryption/AccountCipher";

    private static final String SOURCE = """
            package io.zizhi.platform.privacy.encryption;

            import java.nio.charset.StandardCharsets;

            public final class AccountCipher {

                private final AccountKey key;

                AccountCipher(AccountKey key, String service, String accountId) {
                    this.key = key;
                }

                public boolean isDestroyed() {
                    return key.isDestroyed();
                }

                public byte[] encrypt(String plain, FieldAddress address) {
                    return plain.getBytes(StandardCharsets.UTF_8);
                }

                public byte[] encryptOrNull(String plain, FieldAddress address) {
                    return plain == null ? null : encrypt(plain, address);
                }

                public String decrypt(byte[] stored, FieldAddress address) {
                    return new String(stored, StandardCharsets.UTF_8);
                }

                public String decryptOrNull(byte[] stored, FieldAddress address) {
                    return stored == null ? null : decrypt(stored, address);
                }
            }
            """;

    private PlainBuild() {}

    /**
     * Copies {@code SERVICE/target} below {@code builds}, and replaces the cipher.
     *
     * @param original the folder {@code quarkus-app} of the packaged service
     * @param copy the same folder of the copy
     */
    static void copy(Path original, Path copy) {
        try {
            try (Stream<Path> files = Files.walk(original)) {
                for (Path file : files.toList()) {
                    Path target = copy.resolve(original.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            replaceCipher(platform(copy.resolve("lib/main")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path platform(Path libraries) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("io.zizhi.platform-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void replaceCipher(Path jar) throws IOException {
        Path folder = Files.createTempDirectory("plain-cipher");
        Path source = folder.resolve("AccountCipher.java");
        Files.writeString(source, SOURCE);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("--release", "21", "-proc:none", "-cp", jar.toString(), "-d", folder.toString());
            boolean compiled = compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("The cipher of this measurement no longer fits the platform");
            }
        }
        try (FileSystem content = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.copy(
                    folder.resolve(CLASS + ".class"),
                    content.getPath("/" + CLASS + ".class"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
