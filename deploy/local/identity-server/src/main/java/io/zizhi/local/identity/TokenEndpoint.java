package io.zizhi.local.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handles token requests (RFC 6749 §3.2). */
final class TokenEndpoint {

    private final Registry registry;
    private final Tokens tokens;
    private final AuthorizationCodes codes;

    TokenEndpoint(Registry registry, Tokens tokens, AuthorizationCodes codes) {
        this.registry = registry;
        this.tokens = tokens;
        this.codes = codes;
    }

    /** Returns the JSON members of a successful response. */
    Map<String, Object> answer(Form form, @Nullable String authorization) throws Refusal {
        Client client = authenticate(form, authorization);
        String grant = form.require("grant_type");
        if (!client.grants().contains(grant)) {
            throw new Refusal(400, "unauthorized_client", client.id() + " may not use grant_type " + grant);
        }
        return switch (grant) {
            case "password" -> password(form, client);
            case "client_credentials" -> clientCredentials(form, client);
            case "authorization_code" -> authorizationCode(form, client);
            default -> throw new Refusal(400, "unsupported_grant_type", grant);
        };
    }

    private Map<String, Object> password(Form form, Client client) throws Refusal {
        Optional<SignIn> signIn = registry.user(form.require("username"), form.require("password"))
                .flatMap(
                        user -> SignIn.strength(user, form.get("otp")).map(acr -> new SignIn(user, tokens.now(), acr)));
        if (signIn.isEmpty()) {
            throw Refusal.invalidGrant("Wrong user name, password or code");
        }
        return bearer(tokens.forUser(signIn.get(), client.id()), Tokens.USER_LIFETIME);
    }

    /**
     * Issues a token to a service. Like the realm of Keycloak, it has a scope for each service that can be called, which
     * makes that service the audience. A token without a scope is valid for no service. The release before names the called
     * service in {@code audience}.
     */
    private Map<String, Object> clientCredentials(Form form, Client client) throws Refusal {
        List<String> audiences = Arrays.stream(
                        form.get("scope", form.get("audience", "")).split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
        for (String audience : audiences) {
            if (registry.clientNamed(audience).filter(Client::confidential).isEmpty()) {
                throw new Refusal(400, "invalid_scope", "Unknown scope: " + audience);
            }
        }
        return bearer(tokens.forService(client, audiences), Tokens.SERVICE_LIFETIME);
    }

    private Map<String, Object> authorizationCode(Form form, Client client) throws Refusal {
        AuthorizationCode code = codes.redeem(
                form.require("code"), client.id(), form.require("redirect_uri"), form.require("code_verifier"));
        Map<String, Object> answer = bearer(tokens.forUser(code.signIn(), client.id()), Tokens.USER_LIFETIME);
        answer.put("id_token", tokens.identity(code.signIn(), client.id(), code.nonce()));
        return answer;
    }

    private static Map<String, Object> bearer(String token, Duration lifetime) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", lifetime.toSeconds());
        return answer;
    }

    /** Authenticates by HTTP Basic or by parameters; public clients send only their id. */
    private Client authenticate(Form form, @Nullable String authorization) throws Refusal {
        String id = form.get("client_id");
        String secret = form.get("client_secret");
        if (authorization != null) {
            String[] basic = basic(authorization);
            id = basic[0];
            secret = basic[1];
        }
        Optional<Client> client = registry.client(id, secret);
        if (client.isEmpty()) {
            throw Refusal.invalidClient();
        }
        return client.get();
    }

    private static String[] basic(String authorization) throws Refusal {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw Refusal.invalidClient();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).strip());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            if (pair.length != 2) {
                throw Refusal.invalidClient();
            }
            return new String[] {Form.decode(pair[0]), Form.decode(pair[1])};
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidClient();
        }
    }
}
