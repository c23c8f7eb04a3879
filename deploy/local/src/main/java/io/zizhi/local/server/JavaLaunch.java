package io.zizhi.local.server;

import io.zizhi.local.ProjectFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Builds the launch of a JVM: small, quick to start, and recognisable by its command line. */
public final class JavaLaunch {

    private JavaLaunch() {}

    /** As below, for a main class on {@code classPath}. */
    static Launch of(
            String name,
            String title,
            Path folder,
            int port,
            String portVariable,
            String heap,
            List<String> options,
            String classPath) {
        List<Path> jars = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return of(name, name, title, folder, port, portVariable, heap, options, classPath, jars);
    }

    /**
     * A JVM with the serial collector and the quick compiler only.
     *
     * @param program names its start-up archive, which all instances of one program share
     * @param folder the installation that it belongs to
     * @param heap as in {@code -Xmx}
     * @param options further options, then {@code -jar} or main class, then arguments
     * @param classPath jars, or the one jar that names the others
     * @param files what the classes come from
     */
    public static Launch of(
            String name,
            String program,
            String title,
            Path folder,
            int port,
            String portVariable,
            String heap,
            List<String> options,
            String classPath,
            List<Path> files) {
        String marker = "-Dlocal.part=" + name + ":" + folder;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                marker,
                // a process that lost a thread to it would go on half dead
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        List<String> shape = List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        command.addAll(shape);
        if (files.stream().allMatch(Files::isRegularFile)) {
            // classes in folders cannot be archived; those of two builds would take each other's place
            Path cache = ProjectFolder.cache().resolve(ProjectFolder.buildFolder());
            StartupArchive archive = StartupArchive.of(program, cache, shape, classPath, files);
            command.addAll(archive.launchOptions(folder));
        }
        command.addAll(options);
        // in the environment, because dozens of paths would make every process list unreadable
        return new Launch(name, title, port, portVariable, command, marker, "TERM", Map.of("CLASSPATH", classPath));
    }
}
