package io.zizhi.e2e;

import java.net.URI;
import java.util.Map;

/** The base URLs of the suite. The defaults are those of {@code ./zizhi up}. */
public record Addresses(URI qualification, URI document, URI review, URI notification, URI issuer) {

    /** Reads {@code ZIZHI_QUALIFICATION_URL} and so on. */
    public static Addresses from(Map<String, String> environment) {
        return new Addresses(
                address(environment, "ZIZHI_QUALIFICATION_URL", "http://127.0.0.1:8081"),
                address(environment, "ZIZHI_DOCUMENT_URL", "http://127.0.0.1:8082"),
                address(environment, "ZIZHI_REVIEW_URL", "http://127.0.0.1:8083"),
                address(environment, "ZIZHI_NOTIFICATION_URL", "http://127.0.0.1:8084"),
                address(environment, "ZIZHI_ISSUER", "http://127.0.0.1:18080/zizhi"));
    }

    private static URI address(Map<String, String> environment, String name, String otherwise) {
        return URI.create(environment.getOrDefault(name, otherwise));
    }
}
