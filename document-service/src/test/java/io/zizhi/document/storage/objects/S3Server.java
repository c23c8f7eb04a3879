package io.zizhi.document.storage.objects;

import java.net.URI;
import java.util.Optional;

/**
 * An S3 server to check.
 *
 * @param name for the report
 * @param endpoint without a path
 * @param region the region in which it expects requests
 * @param bucket created if it is missing; its objects below {@code contract/} may be changed
 * @param virtualHost domain below which the server accepts buckets as host names; empty if it does not
 */
record S3Server(
        String name,
        URI endpoint,
        String accessKey,
        String secretKey,
        String region,
        String bucket,
        Optional<String> virtualHost) {

    /** Returns the server of the environment; empty if none is given. */
    static Optional<S3Server> given() {
        return Optional.ofNullable(System.getenv("ZIZHI_S3_ENDPOINT"))
                .filter(endpoint -> !endpoint.isBlank())
                .map(endpoint -> new S3Server(
                        variable("NAME", "given server"),
                        URI.create(endpoint),
                        variable("ACCESS_KEY", ""),
                        variable("SECRET_KEY", ""),
                        variable("REGION", "us-east-1"),
                        variable("BUCKET", "zizhi-contract"),
                        Optional.of(variable("VIRTUAL_HOST", "")).filter(host -> !host.isBlank())));
    }

    private static String variable(String name, String otherwise) {
        return Optional.ofNullable(System.getenv("ZIZHI_S3_" + name)).orElse(otherwise);
    }

    /** Omits the keys, which must not appear in logs. */
    @Override
    public String toString() {
        return name + " at " + endpoint;
    }
}
