import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Trains the start-up archive of a service in its image: starts the service without any server, sends a few requests,
 * and stops it. The JVM then writes which classes it loaded and how often it called each method. A program does this,
 * because the image has no shell.
 */
public final class Training {

    private static final Path ARCHIVE = Path.of("/opt/zizhi/app.aot");
    private static final int SECONDS = 180;
    private static final String DATABASE = "127.0.0.1:9";

    /** Enough to start. Nothing answers at these addresses, and the secrets protect nothing. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("QUARKUS_PROFILE", "local"),
            Map.entry("QUARKUS_DATASOURCE_USERNAME", "training"),
            Map.entry("QUARKUS_DATASOURCE_PASSWORD", "training"),
            Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + DATABASE + "/training"),
            Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + DATABASE + "/training"),
            Map.entry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false"),
            Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9"),
            Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9"),
            Map.entry("QUARKUS_MINIO_HOST", "127.0.0.1"),
            Map.entry("QUARKUS_MINIO_ACCESS_KEY", "training"),
            Map.entry("QUARKUS_MINIO_SECRET_KEY", "training"),
            Map.entry("ZIZHI_DOCUMENTS_BUCKET", "training"),
            Map.entry("ZIZHI_IDENTITY_CLIENT_SECRET", "training"),
            // review-service would need its database; the other services do not have the setting
            Map.entry("ZIZHI_CLOCK_SEED_AT_START", "false"),
            Map.entry("ZIZHI_ENCRYPTION_DIRECTORY", "/training/keysets"),
            Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
            Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"));

    private Training() {}

    public static void main(String[] arguments) throws Exception {
        int port = freePort();
        int management = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:AOTCacheOutput=" + ARCHIVE,
                        "-jar",
                        "/opt/zizhi/quarkus-run.jar")
                .inheritIO();
        Map<String, String> environment = builder.environment();
        environment.putAll(SETTINGS);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("ZIZHI_INTERNAL_PORT", Integer.toString(freePort()));
        Process service = builder.start();
        try {
            if (awaitStart(service, "http://127.0.0.1:" + management + "/q/health/live")) {
                for (String address : List.of(
                        ":" + management + "/q/health/ready",
                        ":" + management + "/q/metrics",
                        ":" + port + "/v1/operations",
                        ":" + port + "/v1/unknown")) {
                    status("http://127.0.0.1" + address);
                }
                service.destroy();
            }
            if (!service.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The service has not stopped after " + SECONDS + " seconds");
            }
            // 128 and the number of SIGTERM
            if (service.exitValue() != 143) {
                throw new IllegalStateException("The service ended with exit code " + service.exitValue());
            }
        } finally {
            service.destroyForcibly();
        }
        if (!Files.exists(ARCHIVE)) {
            throw new IllegalStateException("The JVM wrote no archive. It needs Java 25, and this is Java "
                    + Runtime.version());
        }
    }

    /** Returns true when the service answers, and false if it has ended. */
    private static boolean awaitStart(Process service, String address) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (status(address) != 200) {
            if (service.waitFor(200, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("The service has not started after " + SECONDS + " seconds");
            }
        }
        return true;
    }

    /** Returns the status of the answer, or 0 without an answer. */
    private static int status(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode();
        } catch (IOException unanswered) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
