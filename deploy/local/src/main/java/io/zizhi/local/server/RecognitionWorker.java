package io.zizhi.local.server;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.state.Secrets;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The process that reads pictures for document-service. It starts further processes, which end with it. */
public final class RecognitionWorker {

    /** The name of the pid file and the log. */
    public static final String NAME = "recognition-worker";

    public static final String PORT_VARIABLE = "ZIZHI_PORT_RECOGNITION";

    /** Display name. */
    public static final String TITLE = "the recognition worker";

    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private RecognitionWorker() {}

    /**
     * Starts the worker of the installation in {@code folder}, or finds it running; returns its base URL. Does not wait
     * until its models are loaded, because document-service does not either.
     */
    public static String start(Path folder, int port, Secrets secrets, Programs programs) {
        ServerProcess process = ServerProcess.ready(
                NAME, TITLE, folder, () -> launch(folder, port, secrets, programs), probe("live"), TIMEOUT);
        return "http://127.0.0.1:" + process.port() + "/v1";
    }

    /** Returns a probe that expects loaded models. */
    public static Probe probe() {
        return probe("ready");
    }

    /** Returns the key with which document-service sends pictures. */
    public static String key(Secrets secrets) {
        return secrets.get(NAME);
    }

    private static Probe probe(String check) {
        return port -> Probe.http("/q/health/" + check, 200).answer(Port.management(port));
    }

    private static Launch launch(Path folder, int port, Secrets secrets, Programs programs) {
        List<String> options = List.of(
                "io.zizhi.recognition.worker.WorkerMain",
                "port=" + port,
                "management-port=" + Port.management(port),
                "key-file=" + secrets.file(NAME));
        return JavaLaunch.of(NAME, TITLE, folder, port, PORT_VARIABLE, "64m", options, classPath(programs.worker()));
    }

    private static String classPath(Path build) {
        Path libraries = build.resolve("worker.classpath");
        if (!Files.exists(libraries)) {
            throw new LocalFailure(
                    "The recognition worker is not built: " + libraries
                            + " is missing. Run ./zizhi up, or start without it: ZIZHI_DOCUMENT_RECOGNITION_PROVIDER=none ./zizhi up");
        }
        try {
            return build.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
