package io.zizhi.notification.sender.http;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.notification.outbound.Signature;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.sender.channel.GatewayAnswer;
import io.zizhi.notification.sender.channel.GatewayClient;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    private final SmsReceipts receipts;
    private final Clock clock;

    @Inject
    HttpSmsSender(HttpSenderConfig config, SmsConfig sms, SmsReceipts receipts, Vertx vertx, Clock clock) {
        this(config, sms, receipts, new GatewayClient(vertx, config.connectTimeout(), config.timeout()), clock);
    }

    /** @param client with other trusted certificates, for tests */
    HttpSmsSender(HttpSenderConfig config, SmsConfig sms, SmsReceipts receipts, GatewayClient client, Clock clock) {
        this.config = config;
        this.sms = sms;
        this.receipts = receipts;
        this.client = client;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Refuses to start with this sender and without valid settings. */
    void check(@Observes @Priority(1) StartupEvent event) {
        if (isChosen()) {
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
        GatewayRequest request = GatewayRequest.send(message, clock.instant());
        return post(message.messageId(), request).map(answer -> GatewayVerdict.ofSend(answer, message.attempt()));
    }

    @Override
    public Uni<SmsResult> recall(String messageId, int attempt) {
        GatewayRequest request = GatewayRequest.recall(messageId, attempt, clock.instant());
        return post("recall_" + messageId + "_" + attempt, request)
                .call(answer -> GatewayVerdict.isDelivered(answer)
                        ? receipts.record(new SmsReceipt(
                                NAME, null, messageId, SmsReceipt.Outcome.DELIVERED, null, clock.instant()))
                        : Uni.createFrom().voidItem())
                .map(GatewayVerdict::ofRecall);
    }

    /** Returns whether the gateway signed the request with the sender's secret within the last five minutes. */
    boolean isGenuine(UnaryOperator<@Nullable String> header, String body) {
        return Signature.isGenuine(header, body, secret(), clock.instant());
    }

    /**
     * Returns whether the settings allow to verify receipts. A sender that is not chosen any more still gets those of
     * its last messages.
     */
    boolean takesReceipts() {
        return config.secret().filter(HttpSmsSender::isStrong).isPresent();
    }

    private boolean isChosen() {
        return sms.senders().filter(chosen -> chosen.contains(NAME)).isPresent();
    }

    private Uni<GatewayAnswer> post(String id, GatewayRequest request) {
        Instant now = clock.instant();
        String json = request.json();
        Map<String, String> headers = new HashMap<>(Signature.headers(id, json, secret(), now));
        headers.put("Content-Type", "application/json");
        return client.post(url().uri(), headers, json);
    }

    private TargetUrl url() {
        return config.url()
                .flatMap(TargetUrl::parse)
                .orElseThrow(() -> new IllegalStateException(
                        "The SMS sender http needs zizhi.sms.http.url: an https URL without user and fragment."));
    }

    private String secret() {
        return config.secret()
                .filter(HttpSmsSender::isStrong)
                .orElseThrow(() -> new IllegalStateException("The SMS sender http needs zizhi.sms.http.secret: "
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
