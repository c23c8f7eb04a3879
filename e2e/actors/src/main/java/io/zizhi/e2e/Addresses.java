package io.zizhi.e2e;

import java.net.URI;
import java.util.Map;

/**
 * The URLs of the suite. The defaults are those of {@code ./zizhi up}.
 *
 * @param smsInbox where the text messages to a number are read: {@code ?phone=13800000000}
 */
public record Addresses(URI qualification, URI document, URI review, URI notification, URI issuer, URI smsInbox) {

    /** Addresses with the inbox of notification-service. */
    public Addresses(URI qualification, URI document, URI review, URI notification, URI issuer) {
        this(qualification, document, review, notification, issuer, URI.create(notification + "/v1/inbox"));
    }

    /** Reads {@code ZIZHI_QUALIFICATION_URL} and so on. */
    public static Addresses from(Map<String, String> environment) {
        Addresses addresses = new Addresses(
                address(environment, "ZIZHI_QUALIFICATION_URL", "http://127.0.0.1:8081"),
                address(environment, "ZIZHI_DOCUMENT_URL", "http://127.0.0.1:8082"),
                address(environment, "ZIZHI_REVIEW_URL", "http://127.0.0.1:8083"),
                address(environment, "ZIZHI_NOTIFICATION_URL", "http://127.0.0.1:8084"),
                address(environment, "ZIZHI_ISSUER", "http://127.0.0.1:18080/zizhi"));
        String inbox = environment.get("ZIZHI_SMS_INBOX_URL");
        return inbox == null ? addresses : addresses.withSmsInbox(URI.create(inbox));
    }

    private Addresses withSmsInbox(URI inbox) {
        return new Addresses(qualification, document, review, notification, issuer, inbox);
    }

    private static URI address(Map<String, String> environment, String name, String otherwise) {
        return URI.create(environment.getOrDefault(name, otherwise));
    }
}
