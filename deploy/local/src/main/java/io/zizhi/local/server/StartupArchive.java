package io.zizhi.local.server;

import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of one part as its JVM holds them in memory (class data sharing), kept in a file: most of the work of a
 * start is to find, read and check them.
 *
 * <p>The file's name tells for which JVM, options and jars it was made. A JVM that does not find in it what it needs
 * takes the classes from the jars, so an archive can make a start quicker and never make it fail.
 */
final class StartupArchive {

    private final String name;
    private final Path archive;
    private final List<String> options;
    private final String classPath;

    private StartupArchive(String name, Path archive, List<String> options, String classPath) {
        this.name = name;
        this.archive = archive;
        this.options = options;
        this.classPath = classPath;
    }

    /**
     * The archive of the part called {@code name}.
     *
     * @param cache where archives lie, for all installations of the tree
     * @param options those options of the JVM that shape what is in memory
     * @param classPath jars
     * @param files what the classes come from
     */
    static StartupArchive of(String name, Path cache, List<String> options, String classPath, List<Path> files) {
        String key = key(options, classPath, files);
        Path archive = cache.resolve("startup").resolve(name + "-" + key + ".jsa");
        return new StartupArchive(name, archive, options, classPath);
    }

    /**
     * What the JVM of this part in the installation in {@code folder} is told: to use the archive; where there is none,
     * and {@link StartupRecords} are wanted, to write down which classes it loads.
     */
    List<String> launchOptions(Path folder) {
        if (Files.exists(archive)) {
            // it says so, too, when an archive does not fit; nobody needs to know
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off");
        }
        Path records = StartupRecords.in(folder);
        if (!Files.isDirectory(records)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(archive.toString(), classPath));
        lines.addAll(options);
        try {
            PrivateFiles.write(records.resolve(name + StartupRecords.RECORD), String.join("\n", lines) + "\n");
        } catch (UncheckedIOException taken) {
            // who makes archives took the folder away at this moment; the next start writes it down
            return List.of();
        }
        return List.of("-XX:DumpLoadedClassList=" + records.resolve(name + StartupRecords.CLASSES));
    }

    private static String key(List<String> options, String classPath, List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream<String> jvm =
                    Stream.of(System.getProperty("java.vm.version"), System.getProperty("java.home"), classPath);
            Stream.concat(Stream.concat(jvm, options.stream()), files.stream().map(StartupArchive::state))
                    .forEach(word -> digest.update((word + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
