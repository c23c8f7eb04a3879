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
 * A class data sharing archive of one part: a file with its loaded classes. It speeds up a start, because most of the
 * time is spent on finding, reading and checking classes.
 *
 * <p>The file's name depends on the JVM, the options and the jars. If the archive does not match, the JVM loads classes
 * from the jars, so an archive cannot make a start fail.
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
     * Returns the archive of the part called {@code name}.
     *
     * @param cache the folder of archives, for all installations of the tree
     * @param options the JVM options that affect the memory layout
     * @param classPath jars
     * @param files the files that the classes come from
     */
    static StartupArchive of(String name, Path cache, List<String> options, String classPath, List<Path> files) {
        String key = key(options, classPath, files);
        Path archive = cache.resolve("startup").resolve(name + "-" + key + ".jsa");
        return new StartupArchive(name, archive, options, classPath);
    }

    /**
     * Returns the JVM options for this part of the installation in {@code folder}. They use the archive if it exists.
     * Otherwise, if {@link StartupRecords} are wanted, they record the loaded classes.
     */
    List<String> launchOptions(Path folder) {
        if (Files.exists(archive)) {
            // suppresses the message about an archive that does not fit
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
            // the archive maker took the folder at this moment; the next start records the classes
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
