package io.zizhi.platform.operations.reconciliation;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.operations.reconciliation.published.AggregateVersion;
import io.zizhi.platform.operations.reconciliation.published.MissingEventsRequest;
import io.zizhi.platform.operations.reconciliation.published.PublishedVersions;
import io.zizhi.platform.operations.reconciliation.published.ResentEvents;
import io.zizhi.platform.operations.reconciliation.published.VersionsRequest;
import io.zizhi.platform.runtime.blocking.CallersContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * HTTP client of the services that publish the consumed topics. Not a REST client: the producer of a topic is known
 * only at run time, and one client serves all of them.
 */
@ApplicationScoped
public class Producers {

    static final String PATH = "/internal/v1/published-events";

    private static final Duration CONNECT = Duration.ofSeconds(1);

    /**
     * Time allowed for a response. A page takes milliseconds; queueing the events of 500 aggregates takes up to a
     * second.
     */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** How long a token is reused: less than the lifetime of a service token. */
    private static final Duration TOKEN_KEPT = Duration.ofSeconds(30);

    private final WebClient http;
    private final OidcClients identity;
    private final ProducerAddresses addresses;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Producers(Vertx vertx, OidcClients identity, ProducerAddresses addresses) {
        this.http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setFollowRedirects(false));
        this.identity = identity;
        this.addresses = addresses;
    }

    /** Returns the last published version of each aggregate. */
    Uni<List<AggregateVersion>> versions(String topic, List<String> aggregateIds) {
        return answer(
                        topic,
                        HttpMethod.POST,
                        "/versions",
                        request -> request.sendJson(new VersionsRequest(topic, aggregateIds)))
                .map(answer -> answer.bodyAsJson(PublishedVersions.class).aggregates());
    }

    /**
     * Returns the next published aggregates after {@code after}, with the versions that should have been applied; empty
     * at the end.
     */
    Uni<List<AggregateVersion>> page(String topic, String after) {
        return answer(
                        topic,
                        HttpMethod.GET,
                        "/aggregates",
                        request -> request.addQueryParam("topic", topic)
                                .addQueryParam("after", after)
                                .send())
                .map(answer -> answer.bodyAsJson(PublishedVersions.class).aggregates());
    }

    /** Requests a resend of the events after these versions. */
    Uni<List<ResentEvents.Resent>> resend(String topic, List<AggregateVersion> applied) {
        return answer(
                        topic,
                        HttpMethod.POST,
                        "/resends",
                        request -> request.sendJson(new MissingEventsRequest(topic, applied)))
                .map(answer -> answer.bodyAsJson(ResentEvents.class).aggregates());
    }

    /** Calls another internal endpoint of a producer. Fails unless it answers 200. */
    public <T> Uni<T> post(String producer, String path, Object question, Class<T> answer) {
        return call(producer, HttpMethod.POST, path, request -> request.sendJson(question))
                .map(found -> found.bodyAsJson(answer));
    }

    private Uni<HttpResponse<Buffer>> answer(
            String topic,
            HttpMethod method,
            String path,
            Function<HttpRequest<Buffer>, Uni<HttpResponse<Buffer>>> send) {
        return call(Topics.producer(topic), method, PATH + path, send);
    }

    private Uni<HttpResponse<Buffer>> call(
            String producer,
            HttpMethod method,
            String path,
            Function<HttpRequest<Buffer>, Uni<HttpResponse<Buffer>>> send) {
        return CallersContext.resume(token(producer)
                .map(token -> http.requestAbs(method, addresses.of(producer) + path)
                        .timeout(ANSWER.toMillis())
                        .bearerTokenAuthentication(token))
                .chain(request -> send.apply(request))
                .invoke(answer -> requireSuccess(producer, answer)));
    }

    private static void requireSuccess(String producer, HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(producer + " answered " + answer.statusCode());
        }
    }

    private Uni<String> token(String producer) {
        Token known = tokens.get(producer);
        return known != null && System.nanoTime() - known.until() < 0
                ? Uni.createFrom().item(known.text())
                : identity.getClient(producer)
                        .getTokens()
                        .map(Tokens::getAccessToken)
                        .invoke(text ->
                                tokens.put(producer, new Token(text, System.nanoTime() + TOKEN_KEPT.toNanos())));
    }

    /** @param until by {@link System#nanoTime()} */
    private record Token(String text, long until) {}
}
