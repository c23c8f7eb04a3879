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

/** Tokens that the local identity provider does not issue. */
class CallerFilterTest {

    @Test
    void takes_the_client_id_of_a_token_without_azp() {
        assertThatNoException().isThrownBy(() -> check(Map.of("client_id", "review-service")));
        assertThatThrownBy(() -> check(Map.of("client_id", "document-service"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void believes_azp_where_the_two_differ() {
        assertThatThrownBy(() -> check(Map.of("azp", "document-service", "client_id", "review-service")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refuses_a_token_that_does_not_say_whose_it_is() {
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
