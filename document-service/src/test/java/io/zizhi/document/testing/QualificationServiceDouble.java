package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonObject;
import java.io.IOException;

/** Simulates qualification-service by its internal contract: two pages of an account's forms. */
public final class QualificationServiceDouble {

    private static final String BROKEN = "test.qualification-service.broken";
    private static final String RECIPIENT = "test.qualification-service.recipient";

    private QualificationServiceDouble() {}

    public static void breakDown() {
        System.setProperty(BROKEN, "true");
    }

    public static void mend() {
        System.clearProperty(BROKEN);
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
        boolean broken = Boolean.getBoolean(BROKEN);
        byte[] bytes = (broken ? "{}" : page).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(broken ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
