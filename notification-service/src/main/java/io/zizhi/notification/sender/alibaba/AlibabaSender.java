package io.zizhi.notification.sender.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.sender.channel.GatewayAnswer;
import io.zizhi.notification.sender.channel.GatewayClient;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.notification.sender.channel.SmsRecipient;
import io.zizhi.notification.sender.channel.SmsRecipients;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages through Alibaba Cloud. The cloud fills its own approved template, and our message id travels as
 * {@code OutId}, by which a recall finds the message. The cloud cannot promise never to take a late request, so a
 * recall never leads to a second hand-over.
 */
@ApplicationScoped
class AlibabaSender implements SmsSender {

    static final String NAME = "alibaba";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZONE);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);
    private static final int PAGE_SIZE = 50;

    /** A number can get 40 codes and 50 notices of each template a day. */
    private static final int MOST_PAGES = 4;

    /** A page of 50 messages with their texts. */
    private static final int LARGEST_ANSWER = 262_144;

    /** A message, with {@code _EN} for English, and perhaps the version of our text. */
    private static final Pattern TEMPLATE_NAME = Pattern.compile("[A-Z_]+(\\.[1-9]\\d*)?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlibabaConfig config;
    private final SmsConfig sms;
    private final SmsRecipients recipients;
    private final SmsReceipts receipts;
    private final GatewayClient client;
    private final Clock clock;

    @Inject
    AlibabaSender(
            AlibabaConfig config,
            SmsConfig sms,
            SmsRecipients recipients,
            SmsReceipts receipts,
            Vertx vertx,
            Clock clock) {
        this(config, sms, recipients, receipts, vertx, new HttpClientOptions(), clock);
    }

    /** @param options trusted certificates, for tests */
    AlibabaSender(
            AlibabaConfig config,
            SmsConfig sms,
            SmsRecipients recipients,
            SmsReceipts receipts,
            Vertx vertx,
            HttpClientOptions options,
            Clock clock) {
        this.config = config;
        this.sms = sms;
        this.recipients = recipients;
        this.receipts = receipts;
        this.client = new GatewayClient(vertx, config.connectTimeout(), config.timeout(), LARGEST_ANSWER, options);
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Refuses to start with this sender and without valid settings. */
    void check(@Observes @Priority(1) StartupEvent event) {
        if (sms.senders().filter(chosen -> chosen.contains(NAME)).isPresent()) {
            check();
        }
    }

    void check() {
        endpoint();
        key();
        signName();
        if (config.templates().keySet().stream().noneMatch(TEMPLATE_NAME.asMatchPredicate())) {
            throw new IllegalStateException("The SMS sender alibaba needs zizhi.sms.alibaba.templates.PHONE_CODE and"
                    + " the codes of the other templates, in a file of settings: environment variables give their"
                    + " names in lower case.");
        }
        if (config.receiptToken()
                .filter(token -> !token.matches("[A-Za-z0-9_-]{32,128}"))
                .isPresent()) {
            throw new IllegalStateException(
                    "zizhi.sms.alibaba.receipt-token must have 32 to 128 letters, digits, _ and -.");
        }
        if (config.timeout().compareTo(sms.lostAfter().dividedBy(2)) > 0) {
            throw new IllegalStateException("zizhi.sms.alibaba.timeout must be at most half of zizhi.sms.lost-after.");
        }
    }

    /** Returns whether the token is the secret part of the URL for receipts. Returns false if no secret is configured. */
    boolean isReceiptToken(String token) {
        return config.receiptToken()
                .filter(secret -> MessageDigest.isEqual(secret.getBytes(UTF_8), token.getBytes(UTF_8)))
                .isPresent();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean fillsOwnText() {
        return true;
    }

    @Override
    public Uni<SmsResult> send(Sms message) {
        String template = template(message);
        if (template == null) {
            return Uni.createFrom().item(new SmsResult.Refused("TEMPLATE_NOT_MAPPED", true));
        }
        return call(
                        "SendSms",
                        Map.of(
                                "PhoneNumbers", message.to().reveal(),
                                "SignName", signName(),
                                "TemplateCode", template,
                                "TemplateParam", json(message.parameters()),
                                "OutId", message.messageId()))
                .map(answer -> CloudVerdict.ofSend(answer, message.attempt()));
    }

    /** Returns the code for the version of the text, or else the one for every version; null without both. */
    private @Nullable String template(Sms message) {
        String template = message.template().name();
        String name = message.language() == SmsLanguage.EN ? template + "_EN" : template;
        String ofVersion = config.templates().get(name + "." + message.version());
        return ofVersion == null ? config.templates().get(name) : ofVersion;
    }

    @Override
    public Uni<SmsResult> recall(String messageId, int attempt) {
        return recipients
                .find(messageId)
                .chain(found -> found.map(recipient -> look(messageId, recipient))
                        .orElseGet(() -> Uni.createFrom().item(new SmsResult.Unknown("NUMBER_PURGED"))));
    }

    /** Looks for the message on the day of its hand-over, and on the next one if it was handed over around midnight. */
    private Uni<SmsResult> look(String messageId, SmsRecipient recipient) {
        List<LocalDate> days = Stream.of(
                        recipient.handedOverAt(), recipient.handedOverAt().plus(LONGEST_DELAY))
                .map(instant -> LocalDate.ofInstant(instant, ZONE))
                .distinct()
                .toList();
        Uni<Optional<SendDetail>> search = Uni.createFrom().item(Optional.empty());
        for (LocalDate day : days) {
            search = search.chain(
                    found -> found.isPresent() ? Uni.createFrom().item(found) : page(messageId, recipient, day, 1));
        }
        return search.chain(found -> found.map(detail -> result(messageId, recipient, detail))
                        .orElseGet(() -> Uni.createFrom().item(new SmsResult.Unknown("ALIBABA_NOT_FOUND"))))
                .onFailure(UnreadableAnswer.class)
                .recoverWithItem(new SmsResult.Unknown("ALIBABA_ANSWER_UNREADABLE"));
    }

    private Uni<Optional<SendDetail>> page(String messageId, SmsRecipient recipient, LocalDate day, int number) {
        Map<String, String> query = new HashMap<>(Map.of(
                "PhoneNumber", recipient.to().reveal(),
                "SendDate", DAY.format(day),
                "PageSize", Integer.toString(PAGE_SIZE),
                "CurrentPage", Integer.toString(number)));
        if (recipient.providerMessageId() != null) {
            query.put("BizId", recipient.providerMessageId());
        }
        return call("QuerySendDetails", query).map(SendDetail::read).chain(details -> {
            Optional<SendDetail> found = details.stream()
                    .filter(detail -> detail.outId().equals(messageId))
                    .findFirst();
            return found.isPresent() || details.size() < PAGE_SIZE || number == MOST_PAGES
                    ? Uni.createFrom().item(found)
                    : page(messageId, recipient, day, number + 1);
        });
    }

    private Uni<SmsResult> result(String messageId, SmsRecipient recipient, SendDetail detail) {
        SmsResult accepted = new SmsResult.Accepted(recipient.providerMessageId());
        return switch (detail.status()) {
            case WAITING -> Uni.createFrom().item(accepted);
            case FAILED -> Uni.createFrom().item(new SmsResult.Refused(detail.codeOr("ALIBABA_NOT_DELIVERED")));
            case DELIVERED ->
                receipts.record(detail.delivered(messageId, clock.instant())).replaceWith(accepted);
        };
    }

    private Uni<GatewayAnswer> call(String action, Map<String, String> parameters) {
        SignedRequest request = SignedRequest.of(
                endpoint(), key(), action, parameters, UUID.randomUUID().toString(), clock.instant());
        return client.post(request.url(), request.headers(), "");
    }

    private URI endpoint() {
        return TargetUrl.parse(config.url())
                .map(TargetUrl::uri)
                .filter(uri -> uri.getRawQuery() == null)
                .filter(uri -> uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                .map(uri -> URI.create(uri.getScheme() + "://" + uri.getRawAuthority()))
                .orElseThrow(() -> new IllegalStateException(
                        "zizhi.sms.alibaba.url must be a URL without path, such as https://dysmsapi.aliyuncs.com."));
    }

    private AccessKey key() {
        return new AccessKey(
                required(config.accessKeyId(), "access-key-id"),
                required(config.accessKeySecret(), "access-key-secret"));
    }

    private String signName() {
        return required(config.signName(), "sign-name");
    }

    private static String required(Optional<String> value, String setting) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        new IllegalStateException("The SMS sender alibaba needs zizhi.sms.alibaba." + setting + "."));
    }

    private static String json(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Parameters could not be written", impossible);
        }
    }
}
