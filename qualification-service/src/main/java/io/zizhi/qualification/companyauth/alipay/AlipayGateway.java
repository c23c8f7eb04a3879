package io.zizhi.qualification.companyauth.alipay;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Calls Alipay: signs each request and verifies the signature of each response. */
@ApplicationScoped
class AlipayGateway {

    private static final Logger LOG = Logger.getLogger(AlipayGateway.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String CONTENT = "biz_content";

    private final AlipayClient client;
    private final AlipayConfig config;
    private final Clock clock;
    private final Optional<AlipaySignature> signature;

    AlipayGateway(@RestClient AlipayClient client, AlipayConfig config, Clock clock) {
        this.client = client;
        this.config = config;
        this.clock = clock;
        this.signature = config.privateKey()
                .flatMap(own -> config.alipayPublicKey().map(theirs -> AlipaySignature.of(own, theirs)));
    }

    /** Fails with 503 if Alipay does not respond or its response cannot be used. */
    Uni<AlipayAnswer> ask(String method, String bizContent) {
        AlipaySignature keys =
                signature.orElseThrow(() -> new IllegalStateException("The keys for Alipay are not configured"));
        return client.call(signed(method, bizContent, keys), encoded(bizContent))
                .map(body -> AlipayAnswer.read(new String(body, StandardCharsets.UTF_8), method, keys))
                .onFailure()
                .invoke(failure -> LOG.errorf("Alipay's %s call failed: %s", method, reasonOf(failure)))
                .onFailure()
                .transform(failure -> Problems.unavailable(
                        "COMPANY_AUTHENTICATION_UNAVAILABLE", "Alipay is unavailable; retry later.", RETRY_AFTER));
    }

    private static String reasonOf(Throwable failure) {
        return failure instanceof AlipayFailure
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    /** Returns the common parameters with the signature, which covers {@code biz_content}, too. */
    private SortedMap<String, String> signed(String method, String bizContent, AlipaySignature keys) {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "app_id",
                config.appId().orElseThrow(),
                "method",
                method,
                "format",
                "JSON",
                "charset",
                "utf-8",
                "sign_type",
                "RSA2",
                "timestamp",
                TIMESTAMP.format(LocalDateTime.ofInstant(clock.instant(), Period.ZONE)),
                "version",
                "1.0",
                CONTENT,
                bizContent));
        parameters.put("sign", keys.sign(AlipaySignature.contentOf(parameters)));
        parameters.remove(CONTENT);
        return parameters;
    }

    private static byte[] encoded(String bizContent) {
        return (CONTENT + "=" + URLEncoder.encode(bizContent, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
