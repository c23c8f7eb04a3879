package io.zizhi.platform.testkit;

/** Bearer tokens from the OIDC server, as a client would get them. */
public final class Tokens {

    private Tokens() {}

    /** The token of a demo user, for example {@code applicant-a}. */
    public static String of(String user) {
        return Running.get().identity().userToken(user);
    }

    /** The token with which {@code service} calls {@code audience}. */
    public static String service(String service, String audience) {
        return Running.get().identity().serviceToken(service, audience);
    }
}
