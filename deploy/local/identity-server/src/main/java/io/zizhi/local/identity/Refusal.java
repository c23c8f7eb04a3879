package io.zizhi.local.identity;

/** An error response (RFC 6749 §5.2): a standard error code and its HTTP status. */
final class Refusal extends Exception {

    private final int status;
    private final String code;

    Refusal(int status, String code, String description) {
        super(description);
        this.status = status;
        this.code = code;
    }

    /** Uses status 401, as Keycloak does for a wrong password; the RFC also allows 400. */
    static Refusal invalidGrant(String description) {
        return new Refusal(401, "invalid_grant", description);
    }

    static Refusal invalidClient() {
        return new Refusal(401, "invalid_client", "Unknown client or wrong secret");
    }

    static Refusal invalidRequest(String description) {
        return new Refusal(400, "invalid_request", description);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
