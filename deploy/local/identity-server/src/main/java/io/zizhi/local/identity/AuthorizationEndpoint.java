package io.zizhi.local.identity;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Handles browser logins: authorization code with PKCE, for public clients on this machine only. */
final class AuthorizationEndpoint {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Registry registry;
    private final AuthorizationCodes codes;

    AuthorizationEndpoint(Registry registry, AuthorizationCodes codes) {
        this.registry = registry;
        this.codes = codes;
    }

    /** Rejects a request before login if no login could succeed. */
    void check(Form form) throws Refusal {
        Optional<Client> client = registry.clientNamed(form.require("client_id"));
        if (client.isEmpty() || !client.get().grants().contains("authorization_code")) {
            throw new Refusal(400, "unauthorized_client", "This client may not use the login page");
        }
        if (!loopback(form.require("redirect_uri"))) {
            throw Refusal.invalidRequest("redirect_uri must point to this machine");
        }
        if (!"code".equals(form.get("response_type"))) {
            throw new Refusal(400, "unsupported_response_type", "Only response_type=code");
        }
        if (!"S256".equals(form.get("code_challenge_method"))) {
            throw Refusal.invalidRequest("PKCE is required: code_challenge_method=S256");
        }
        form.require("code_challenge");
    }

    /** Returns whether the client asks for a login with a second factor: the first of {@code acr_values}. */
    static boolean wantsCode(Form form) {
        return form.get("acr_values", "").split(" ", 2)[0].equals(SignIn.MFA);
    }

    /** Returns the redirect target after a login; empty if the user name, password or code is wrong. */
    Optional<String> login(Form form) throws Refusal {
        check(form);
        Optional<User> user = registry.user(form.get("username"), form.get("password"));
        // without a code, the login fails if the client asks for one
        String entered = wantsCode(form) ? form.get("otp", "") : null;
        Optional<String> acr = user.flatMap(known -> SignIn.strength(known, entered));
        if (user.isEmpty() || acr.isEmpty()) {
            return Optional.empty();
        }
        String redirectUri = form.require("redirect_uri");
        String code = codes.issue(
                user.get(),
                acr.get(),
                form.require("client_id"),
                redirectUri,
                form.require("code_challenge"),
                form.get("nonce"));
        String location = redirectUri + (redirectUri.contains("?") ? "&" : "?") + "code=" + code;
        String state = form.get("state");
        return Optional.of(state == null ? location : location + "&state=" + Form.encode(state));
    }

    private static boolean loopback(String redirectUri) {
        try {
            URI uri = URI.create(redirectUri);
            return "http".equals(uri.getScheme())
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null
                    && uri.getHost() != null
                    && LOOPBACK.contains(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
