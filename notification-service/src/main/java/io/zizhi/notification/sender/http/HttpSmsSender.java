package io.zizhi.notification.sender.http;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.Signature;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Sends messages by signed requests to a gateway of the operator. */
@ApplicationScoped
class HttpSmsSender implements SmsSender {

    static final String NAME = "http";

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;

    private final HttpSenderConfig config;
    private final SmsConfig sms;
    private final GatewayClient client;
    private final GatewayBreaker breaker;
    private final Clock clock;

    HttpSmsSender(HttpSenderConfig config, SmsConfig sms, GatewayClient client, GatewayBreaker breaker, Clock clock) {
        this.config = config;
        this.sms = sms;
        this.client = client;
        this.breaker = breaker;
        this.clock = clock;
    }

    /** Refuses to start with this sender and without valid settings. */
    void check(@Observes @Priority(1) StartupEvent event) {
        if (sms.sender().filter(NAME::equals).isPresent()) {
            check();
        }
    }

    void check() {
        url();
        secret();
        if (config.timeout().compareTo(sms.lostAfter().dividedBy(2)) > 0) {
            throw new IllegalStateException("zizhi.sms.http.timeout must be at most half of zizhi.sms.lost-after.");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<SmsResult> send(Sms message) {
        Duration open = breaker.openFor();
        if (!open.isZero()) {
            return Uni.createFrom().item(new SmsResult.Deferred("GATEWAY_DOWN", open));
        }
        GatewayRequest request = GatewayRequest.send(message, clock.instant());
        return post(message.messageId(), request).map(answer -> GatewayVerdict.ofSend(answer, message.attempt()));
    }

    @Override
    public Uni<SmsResult> recall(String messageId, int attempt) {
        if (!breaker.openFor().isZero()) {
            return Uni.createFrom().item(new SmsResult.Unknown("GATEWAY_DOWN"));
        }
        GatewayRequest request = GatewayRequest.recall(messageId, attempt, clock.instant());
        return post("recall_" + messageId + "_" + attempt, request).map(GatewayVerdict::ofRecall);
    }

    private Uni<GatewayAnswer> post(String id, GatewayRequest request) {
        Instant now = clock.instant();
        String json = request.json();
        return client.post(url(), Signature.headers(id, json, secret(), now), json)
                .invoke(breaker::record);
    }

    private TargetUrl url() {
        return config.url()
                .flatMap(TargetUrl::parse)
                .orElseThrow(() -> new IllegalStateException(
                        "zizhi.sms.sender=http needs zizhi.sms.http.url: an https URL without user and fragment."));
    }

    private String secret() {
        return config.secret()
                .filter(HttpSmsSender::isStrong)
                .orElseThrow(() -> new IllegalStateException("zizhi.sms.sender=http needs zizhi.sms.http.secret: "
                        + PREFIX + " and " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " random bytes in base64."));
    }

    private static boolean isStrong(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return bytes >= SHORTEST_SECRET && bytes <= LONGEST_SECRET;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
