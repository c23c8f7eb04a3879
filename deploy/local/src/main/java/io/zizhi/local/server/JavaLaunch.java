package io.zizhi.local.server;

import io.zizhi.local.layout.ProjectFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Builds the launch of a JVM: small, quick to start, and identifiable by its command line. */
public final class JavaLaunch {

    /**
     * Limits of the JDK's HTTP server, which the OIDC server and the SMS gateway use: seconds for a whole request,
     * seconds of an idle connection, bytes of headers, connections. By default it waits forever for a request, and its
     * unfinished headers fill the heap.
     */
    private static final List<String> HTTP_SERVER_LIMITS = List.of(
            "-Dsun.net.httpserver.maxReqTime=10",
            "-Dsun.net.httpserver.idleInterval=60",
            "-Dsun.net.httpserver.maxReqHeaderSize=16384",
            "-Djdk.httpserver.maxConnections=256");

    private JavaLaunch() {}

    /** Builds the launch of a main class on {@code classPath}, like the method below. */
    public static Launch of(
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
     * Launches a JVM with the serial collector and the C1 compiler only.
     *
     * @param program names its start-up archive, which all instances of one program share
     * @param folder the installation
     * @param heap as in {@code -Xmx}
     * @param options further options, then {@code -jar} or main class, then arguments
     * @param classPath jars, or the one jar whose manifest lists the others
     * @param files the files that the classes come from
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
                // otherwise a process would continue after an OutOfMemoryError ended one of its threads
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        // By default, class metadata beyond 21 MB cause a full collection, and again at 35, 60 and 100 MB: a tenth of a
        // start.
        List<String> shape =
                List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=160m");
        command.addAll(shape);
        if (files.stream().allMatch(Files::isRegularFile)) {
            // classes in folders cannot be archived, and archives of two builds would overwrite each other
            Path cache = ProjectFolder.cache().resolve(ProjectFolder.buildFolder());
            StartupArchive archive = StartupArchive.of(program, cache, shape, classPath, files);
            command.addAll(archive.launchOptions(folder));
        }
        command.addAll(HTTP_SERVER_LIMITS);
        command.addAll(options);
        // in the environment, because dozens of paths would make process lists unreadable
        return new Launch(name, title, port, portVariable, command, marker, "TERM", Map.of("CLASSPATH", classPath));
    }
}
