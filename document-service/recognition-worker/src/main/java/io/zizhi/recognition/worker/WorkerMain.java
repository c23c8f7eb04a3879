package io.zizhi.recognition.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a worker. Arguments: see {@link WorkerSettings}. */
public final class WorkerMain {

    private static final int MISUSE = 2;

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        WorkerSettings settings;
        try {
            settings = WorkerSettings.of(arguments);
        } catch (IllegalArgumentException invalid) {
            System.err.println(invalid.getMessage());
            System.exit(MISUSE);
            return;
        }
        Worker worker = Worker.start(settings, reader(settings), new WorkerLog(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "shutdown"));
    }

    /** Returns the command of a process that reads pictures, with the class path of this one. */
    static List<String> reader(WorkerSettings settings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ReaderMain.class.getName(),
                Integer.toString(settings.threads()));
    }
}
