package io.zizhi.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.ReservedAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a token whose claims {@code sub} and {@code account} cannot identify a caller. Both become keys of rows and
 * parts of addresses. A wrong mapping in the identity provider must not create an account named with a blank or a line
 * break, and no caller may act for a {@linkplain ReservedAccounts reserved} account.
 */
@ApplicationScoped
public class TokenClaims implements SecurityIdentityAugmentor {

    private static final Pattern ACCOUNT = Pattern.compile(Parameters.ACCOUNT);

    /**
     * OpenID Connect Core, section 2: up to 255 ASCII characters. Blanks and control characters are rejected as well.
     */
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,255}");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? fault(token)
                        .<Uni<SecurityIdentity>>map(TokenClaims::refuse)
                        .orElseGet(() -> Uni.createFrom().item(identity))
                : Uni.createFrom().item(identity);
    }

    private static Uni<SecurityIdentity> refuse(String fault) {
        return Uni.createFrom().failure(new AuthenticationFailedException(Problems.unauthenticated(fault)));
    }

    /**
     * Returns what is wrong with the claims, or empty. The text addresses the administrator of the identity provider
     * and does not repeat the value.
     */
    static Optional<String> fault(JsonWebToken token) {
        if (!isText(token.getClaim("sub"), SUBJECT)) {
            return Optional.of("The claim sub of the token must be a string of 1 to 255 printable ASCII characters.");
        }
        Object account = token.getClaim("account");
        if (account != null && !isText(account, ACCOUNT)) {
            return Optional.of("The claim account of the token must be a string of 1 to 64 characters:"
                    + " letters, digits, dots, underscores and hyphens.");
        }
        if (account instanceof String name && ReservedAccounts.contains(name)) {
            return Optional.of("The claim account of the token names an account that is reserved for the suite.");
        }
        return Optional.empty();
    }

    private static boolean isText(@Nullable Object claim, Pattern form) {
        return claim instanceof String text && form.matcher(text).matches();
    }
}
