package io.zizhi.local.server;

import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes {@linkplain StartupArchive archives} of the classes that the parts loaded at their start. This takes seconds
 * for each part, so a background process with low priority does it after the start. The next start finds the archives;
 * until then, parts record their classes again.
 */
public final class StartupRecords {

    static final String RECORD = ".record";
    static final String CLASSES = ".classes";

    private static final String NAME = "startup-archives";

    /** Disk space that must stay free. An archive has up to 150 MB and must not use space that the data needs. */
    private static final long SPARE = 2L << 30;

    private static final Duration LONGEST_MAKING = Duration.ofMinutes(10);

    private StartupRecords() {}

    /** Requests that parts without an archive record their classes at the next start in {@code folder}. */
    public static void want(Path folder) {
        try {
            PrivateFiles.folder(in(folder));
        } catch (UncheckedIOException taken) {
            // the folder existed and was taken at this moment
            PrivateFiles.folder(in(folder));
        }
    }

    static Path in(Path folder) {
        return folder.resolve("startup");
    }

    /**
     * Starts the process that makes missing archives of the installation in {@code folder}, unless one is running. It
     * is stopped with the installation.
     *
     * @param mainClass a main class on the class path of this JVM that calls {@link #makeArchives}
     */
    public static void makeInBackground(Path folder, List<String> mainClass) {
        if (ServerProcess.running(NAME, folder).isPresent()) {
            return;
        }
        if (records(in(folder)).isEmpty()) {
            delete(take(folder), Folders::delete);
            return;
        }
        String marker = "-Dlocal.part=" + NAME + ":" + folder;
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19", java(), marker, "-Xmx32m"));
        command.addAll(mainClass);
        Map<String, String> classPath = Map.of("CLASSPATH", System.getProperty("java.class.path"));
        ServerProcess.start(new Launch(NAME, NAME, Port.free(), "", command, marker, "TERM", classPath), folder);
    }

    /** Makes an archive of each record in {@code folder}, then deletes the records. */
    public static void makeArchives(Path folder) {
        Path taken = take(folder);
        for (Path record : records(taken)) {
            make(record);
        }
        delete(taken, Folders::delete);
        ServerProcess.deletePidFile(NAME, folder);
    }

    private static void make(Path record) {
        try {
            List<String> lines = Files.readAllLines(record);
            Path archive = Path.of(lines.get(0));
            Path folder = Files.createDirectories(Objects.requireNonNull(archive.getParent()));
            if (folder.toFile().getUsableSpace() < SPARE) {
                return;
            }
            deleteUnfinished(folder);
            Path unfinished = Files.createTempFile(folder, archive.getFileName().toString(), ".unfinished");
            String name = name(record);
            List<String> command = new ArrayList<>(List.of(java()));
            command.addAll(lines.subList(2, lines.size()));
            if (Runtime.version().feature() >= 24) {
                // archives linked classes, not only loaded ones
                command.add("-XX:+AOTClassLinking");
            }
            command.addAll(List.of(
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + record.resolveSibling(name + CLASSES),
                    "-XX:SharedArchiveFile=" + unfinished));
            if (run(command, lines.get(1), unfinished) == 0) {
                writeThrough(unfinished);
                deleteOthers(folder, name);
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            }
            delete(unfinished, Files::deleteIfExists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the files of makers that were killed. If two makers of one tree run at once, only their work is lost. */
    private static void deleteUnfinished(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.unfinished")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(LONGEST_MAKING))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Deletes archives of earlier builds. A process that still uses one keeps its open file. */
    private static void deleteOthers(Path folder, String name) throws IOException {
        try (var files = Files.newDirectoryStream(folder, name + "-*.jsa")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Runs a process, and stops it when this process is stopped. */
    private static int run(List<String> command, String classPath, Path unfinished) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CLASSPATH", classPath);
        Process process = builder.start();
        Thread stop = new Thread(() -> {
            process.destroyForcibly().onExit().join();
            delete(unfinished, Files::deleteIfExists);
        });
        Runtime.getRuntime().addShutdownHook(stop);
        int exitCode = process.onExit().join().exitValue();
        Runtime.getRuntime().removeShutdownHook(stop);
        return exitCode;
    }

    /**
     * Writes the file through to disk. The cache must never hold an incomplete archive under its final name, even after
     * a power failure.
     */
    private static void writeThrough(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Moves the records to another folder, because parts may write new records at this moment. */
    private static Path take(Path folder) {
        Path taken = folder.resolve("startup-taken");
        delete(taken, Folders::delete);
        try {
            Files.move(in(folder), taken, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // no part has written a record
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken;
    }

    private interface Deletion {
        void delete(Path file) throws IOException;
    }

    private static void delete(Path file, Deletion deletion) {
        try {
            deletion.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> records(Path records) {
        if (!Files.isDirectory(records)) {
            return List.of();
        }
        try (var files = Files.list(records)) {
            return files.filter(file -> file.toString().endsWith(RECORD))
                    // a part that never started has loaded no classes
                    .filter(file -> Files.exists(file.resolveSibling(name(file) + CLASSES)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path record) {
        String file = record.getFileName().toString();
        return file.substring(0, file.length() - RECORD.length());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
