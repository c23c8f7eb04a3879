package io.zizhi.platform.http.internal;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.sample.InternalTallyResource;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests with tokens that the local identity provider does not issue. */
class CallerFilterTest {

    @Test
    void accepts_client_id_without_azp() {
        assertThatNoException().isThrownBy(() -> check(Map.of("client_id", "review-service")));
        assertThatThrownBy(() -> check(Map.of("client_id", "document-service"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void prefers_azp_over_client_id() {
        assertThatThrownBy(() -> check(Map.of("azp", "document-service", "client_id", "review-service")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void rejects_token_without_client() {
        assertThatThrownBy(() -> check(Map.of("sub", "review-service"))).isInstanceOf(ProblemException.class);
    }

    private static void check(Map<String, String> claims) {
        new CallerFilter(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new Token(claims))
                        .build())
                .check(new Named());
    }

    private record Token(Map<String, String> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "name";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static final class Named implements ResourceInfo {

        @Override
        public Method getResourceMethod() {
            try {
                return InternalTallyResource.class.getMethod("ofService");
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public Class<?> getResourceClass() {
            return InternalTallyResource.class;
        }
    }
}
