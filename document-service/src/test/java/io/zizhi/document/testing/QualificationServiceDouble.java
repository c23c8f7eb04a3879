package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;

/**
 * Simulates qualification-service by its internal contract: two pages of an account's forms, carrier filings, and
 * outcomes of submissions.
 */
public final class QualificationServiceDouble {

    private static final String BROKEN = "test.qualification-service.broken";
    private static final String OLDER = "test.qualification-service.older";
    private static final String RECIPIENT = "test.qualification-service.recipient";
    private static final String FILED = "test.qualification-service.filed";
    private static final String OUTCOME = "test.qualification-service.outcome.";
    private static final String CLAIM = "test.qualification-service.claim";
    private static final String CARRIER = "test.qualification-service.carrier";

    /** The only carrier that gets originals. */
    public static final String TAKES_ORIGINALS = "CHINA_TELECOM";

    private QualificationServiceDouble() {}

    public static void breakDown() {
        System.setProperty(BROKEN, "true");
    }

    /** Lets it answer as a release that does not know documents of carrier filings. */
    public static void beOlder() {
        System.setProperty(OLDER, "true");
    }

    public static void mend() {
        System.clearProperty(BROKEN);
        System.clearProperty(OLDER);
    }

    /** Sets the outcome of the attempts to submit a qualification or letter. It is unknown by default. */
    public static void settle(long subjectId, String outcome) {
        System.setProperty(OUTCOME + subjectId, outcome);
    }

    /** Makes this document the only one of a filing with this carrier, which the claim holds. */
    public static void file(long filingId, String claimId, String documentId, String carrier) {
        System.setProperty(FILED, "/internal/v1/carrier-filings/" + filingId + "/documents/" + documentId);
        System.setProperty(CLAIM, claimId);
        System.setProperty(CARRIER, carrier);
    }

    /** Returns the recipient of the last copy. */
    public static String lastRecipient() {
        return System.getProperty(RECIPIENT, "");
    }

    static void answer(HttpExchange exchange) throws IOException {
        JsonObject question =
                new JsonObject(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        System.setProperty(RECIPIENT, question.getString("recipient"));
        boolean first = question.getString("after") == null;
        String page = first
                ? "{\"items\":[{\"part\":\"QUALIFICATION\",\"data\":{\"id\":1,\"name\":\"示例资质\"}}],\"next\":\"REVISION 0\"}"
                : "{\"items\":[{\"part\":\"REVISION\",\"data\":{\"id\":2}}]}";
        send(exchange, 200, page);
    }

    static void answerAttempts(HttpExchange exchange) throws IOException {
        JsonObject question =
                new JsonObject(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        JsonArray outcomes = new JsonArray();
        for (Object attempt : question.getJsonArray("attempts")) {
            long subjectId = ((JsonObject) attempt).getLong("subjectId");
            outcomes.add(System.getProperty(OUTCOME + subjectId, "UNKNOWN"));
        }
        send(exchange, 200, new JsonObject().put("outcomes", outcomes).encode());
    }

    static void answerFiling(HttpExchange exchange) throws IOException {
        JsonObject question =
                new JsonObject(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (Boolean.getBoolean(OLDER)) {
            send(exchange, 404, "{\"code\":\"NOT_FOUND\"}");
        } else if (!exchange.getRequestURI().getPath().equals(System.getProperty(FILED))) {
            send(exchange, 404, "{\"code\":\"DOCUMENT_NOT_FOUND\"}");
        } else if (question.getString("claimId").equals(System.getProperty(CLAIM))) {
            send(exchange, 200, "{\"carrier\":\"" + System.getProperty(CARRIER) + "\",\"workOrder\":43}");
        } else {
            send(exchange, 409, "{\"code\":\"CARRIER_FILING_NOT_CLAIMED\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        boolean broken = Boolean.getBoolean(BROKEN);
        byte[] bytes = (broken ? "{}" : body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(broken ? 500 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
