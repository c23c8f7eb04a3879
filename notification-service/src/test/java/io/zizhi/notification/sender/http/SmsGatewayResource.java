package io.zizhi.notification.sender.http;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service that sends through a gateway. System properties control the gateway, because it and a test may be in
 * different class loaders.
 */
public class SmsGatewayResource implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String STATUS = "test.sms-gateway.status";

    private @Nullable SmsGatewayDouble gateway;

    /** Sets the status of all further answers. */
    static void answer(int status) {
        System.setProperty(STATUS, "" + status);
    }

    @Override
    public Map<String, String> start() {
        SmsGatewayDouble started = new SmsGatewayDouble(SmsGatewayResource::play);
        gateway = started;
        return Map.of(
                "zizhi.sms.senders", "http", "zizhi.sms.http.url", started.url(), "zizhi.sms.http.secret", SECRET);
    }

    private static void play(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", "1");
        int status = Integer.getInteger(STATUS, 202);
        SmsGatewayDouble.answer(exchange, status, status < 300 ? "{\"providerMessageId\": \"p-1\"}" : "");
    }

    @Override
    public void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }
}
