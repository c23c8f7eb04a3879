package io.zizhi.e2e.scene;

import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.openapi.ServiceDocument;
import io.zizhi.local.layout.Service;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.local.suite.Suite;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Real tokens of the local OIDC server, cached and renewed before they expire. */
public final class Tokens {

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final List<String> SERVICES = List.of("qualification-service", "review-service", "document-service");

    private final Suite suite;
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, ServiceDocument> documents = new HashMap<>();

    private record Token(String text, long fetchedAt) {}

    public Tokens(Suite suite) {
        this.suite = suite;
    }

    /** Returns the call as that actor would make it. */
    public Call as(Actor actor, Operation operation, Call call) {
        return actor == Actor.ANONYMOUS
                ? call.without("Authorization")
                : call.with("Authorization", "Bearer " + token(actor, operation));
    }

    /** Returns the call as that service would make it, with a token for the called service. */
    public Call asService(String caller, Operation operation, Call call) {
        return call.with("Authorization", "Bearer " + machine(caller, operation.service()));
    }

    /** Returns the services that an internal operation does not name as its callers; none for other operations. */
    public List<String> unlistedServices(Operation operation) {
        List<String> callers = callers(operation);
        return operation.isInternal()
                ? Service.modules().stream()
                        .filter(service -> !callers.contains(service))
                        .toList()
                : List.of();
    }

    /** Returns the services that an internal operation names as its callers. */
    public List<String> callers(Operation operation) {
        return documents
                .computeIfAbsent(operation.service(), ServiceDocument::kept)
                .callers(operation);
    }

    private String token(Actor actor, Operation operation) {
        String service = operation.service();
        return switch (actor) {
            case ANONYMOUS -> throw new IllegalArgumentException("An anonymous caller has no token");
            case OWNER -> user(Scene.OWNER);
            case STRANGER -> user(Scene.STRANGER);
            case REVIEWER -> user("reviewer-b");
            case CLAIMANT -> user(Scene.CLAIMANT);
            case SUPERVISOR -> user("supervisor");
            case AUDITOR -> user("auditor");
            case OPERATOR -> user("operator");
            case SERVICE -> machine(peer(operation), service);
            case MISDIRECTED_SERVICE -> machine(peer(operation), third(service));
            case SIGNATURE_SYSTEM -> machine(IdentityClient.SIGNATURE_SYSTEM, service);
            case CARRIER_FILING_SYSTEM -> machine(IdentityClient.CARRIER_FILING_SYSTEM, service);
        };
    }

    private String user(String name) {
        return fetched(name, () -> suite.token(name));
    }

    /** Returns a service that the operation names as its caller, or any service if it names none. */
    private String peer(Operation operation) {
        String any = operation.service().equals("review-service") ? "qualification-service" : "review-service";
        return callers(operation).stream().findFirst().orElse(any);
    }

    private String machine(String caller, String audience) {
        return fetched(
                caller + " " + audience, () -> suite.infrastructure().identity().serviceToken(caller, audience));
    }

    private static String third(String called) {
        return SERVICES.stream()
                .filter(service -> !service.equals(called))
                .findFirst()
                .orElseThrow();
    }

    private String fetched(String key, Supplier<String> fetch) {
        Token known = tokens.get(key);
        if (known == null || System.nanoTime() - known.fetchedAt() > KEPT.toNanos()) {
            known = new Token(fetch.get(), System.nanoTime());
            tokens.put(key, known);
        }
        return known.text();
    }
}
