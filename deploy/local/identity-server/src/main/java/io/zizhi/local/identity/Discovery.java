package io.zizhi.local.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server's metadata for clients (OpenID Connect Discovery 1.0). */
final class Discovery {

    private Discovery() {}

    static Map<String, Object> of(String issuer) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", issuer + "/authorize");
        document.put("token_endpoint", issuer + "/token");
        document.put("jwks_uri", issuer + "/jwks");
        document.put("response_types_supported", List.of("code"));
        document.put("grant_types_supported", List.of("authorization_code", "client_credentials", "password"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("scopes_supported", List.of("openid"));
        document.put("acr_values_supported", SignIn.ACR_VALUES);
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "none"));
        return document;
    }
}
