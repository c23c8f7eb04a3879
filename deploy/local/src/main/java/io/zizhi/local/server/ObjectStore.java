package io.zizhi.local.server;

import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.state.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real S3 server that checks the signature of every request and stores objects as files. */
public final class ObjectStore {

    /** The name of the pid file and the log. */
    public static final String NAME = "object-store";

    /** The bucket for documents. */
    public static final String BUCKET = "zizhi-documents";

    public static final String PORT_VARIABLE = "ZIZHI_PORT_S3";

    /** Display name. */
    public static final String TITLE = "the S3 server";

    private static final String ACCESS_KEY = "object-store-access-key";
    private static final String SECRET_KEY = "object-store-secret-key";
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private ObjectStore() {}

    /**
     * The address and credentials of the store.
     *
     * @param endpoint without a path
     */
    public record Endpoint(URI endpoint, String accessKey, String secretKey, String bucket) {

        /** Omits the keys, which must not appear in logs. */
        @Override
        public String toString() {
            return endpoint + "/" + bucket;
        }
    }

    /** Starts the store of the installation in {@code folder}, or finds it running. */
    public static Endpoint start(Path folder, int port, Secrets secrets) {
        ServerProcess process =
                ServerProcess.ready(NAME, TITLE, folder, () -> launch(folder, port, secrets), probe(folder), TIMEOUT);
        return new Endpoint(
                URI.create(Certificates.scheme(folder) + "://127.0.0.1:" + process.port()),
                secrets.get(ACCESS_KEY),
                secrets.get(SECRET_KEY),
                BUCKET);
    }

    /** Returns a probe that expects an unsigned request to be rejected. */
    public static Probe probe(Path folder) {
        return Probe.http(folder, "/" + BUCKET, 403);
    }

    private static Launch launch(Path folder, int port, Secrets secrets) {
        Path objects = folder.resolve("data").resolve(NAME);
        // a bucket is a folder
        PrivateFiles.folder(objects.resolve(BUCKET));
        TornObjects.remove(objects);
        Path configuration = PrivateFiles.folder(folder.resolve(NAME)).resolve("s3proxy.properties");
        PrivateFiles.write(
                configuration,
                """
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=unused
                jclouds.credential=unused
                jclouds.filesystem.basedir=%s
                """.formatted(secrets.get(ACCESS_KEY), secrets.get(SECRET_KEY), objects)
                        + Certificates.of(folder)
                                .map(certificates -> secure(port, certificates))
                                .orElse("s3proxy.endpoint=http://127.0.0.1:" + port + "\n"));
        List<String> options = List.of("org.gaul.s3proxy.Main", "--properties", configuration.toString());
        return JavaLaunch.of(
                NAME, TITLE, folder, port, PORT_VARIABLE, "128m", options, ServerClassPath.of("local-object-store"));
    }

    private static String secure(int port, Certificates certificates) {
        return """
                s3proxy.secure-endpoint=https://127.0.0.1:%d
                s3proxy.keystore-path=%s
                s3proxy.keystore-password=%s
                """.formatted(port, certificates.keyStore(), certificates.password());
    }
}
