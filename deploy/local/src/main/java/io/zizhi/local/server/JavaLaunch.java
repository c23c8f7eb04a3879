package io.zizhi.local.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the launch of a JVM: small, quick to start, and recognisable by its command line. */
public final class JavaLaunch {

    private JavaLaunch() {}

    /**
     * A JVM with the serial collector and the quick compiler only.
     *
     * @param folder the installation that it belongs to
     * @param heap as in {@code -Xmx}
     * @param options further options, then {@code -jar} or main class, then arguments
     */
    public static Launch of(
            String name,
            String title,
            Path folder,
            int port,
            String portVariable,
            String heap,
            List<String> options,
            String classPath) {
        String marker = "-Dlocal.part=" + name + ":" + folder;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                marker,
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // a process that lost a thread to it would go on half dead
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        // in the environment, because dozens of paths would make every process list unreadable
        return new Launch(name, title, port, portVariable, command, marker, "TERM", Map.of("CLASSPATH", classPath));
    }
}
