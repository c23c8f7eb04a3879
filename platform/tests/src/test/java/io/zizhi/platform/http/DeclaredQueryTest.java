package io.zizhi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredQueryTest {

    @ValuesRequired
    static class Criteria {

        @QueryParam("actor")
        String actor = "";
    }

    static class Endpoints {

        void list(
                @PathParam("id") long id,
                @QueryParam("state") String filter,
                @RestQuery String reason,
                @RestQuery("tag") List<String> tags,
                @BeanParam PageRequest page,
                @BeanParam Criteria criteria) {}

        void plain(String body) {}
    }

    private final DeclaredQuery list = DeclaredQuery.of(method("list"));

    @ParameterizedTest
    @ValueSource(strings = {"actor", "state", "reason", "tag", "cursor", "limit"})
    void accepts_declared_parameters(String name) {
        assertThat(list.fault(Map.of(name, List.of("1")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "filter", "tags", "page", "State", "state[]", ""})
    void rejects_undeclared_parameters(String name) {
        Optional<ProblemException> fault = list.fault(Map.of(name, List.of("1")));

        assertThat(fault).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.code()).isEqualTo("PARAMETER_UNKNOWN");
            assertThat(problem.violations()).extracting(Violation::pointer).containsExactly("?" + name);
            assertThat(problem.detail())
                    .contains("`" + name + "`")
                    .endsWith("This endpoint takes actor, cursor, limit, reason, state, tag.");
        });
    }

    @Test
    void rejects_every_parameter_of_an_endpoint_without_parameters() {
        assertThat(DeclaredQuery.of(method("plain")).fault(Map.of("limit", List.of("1"))))
                .hasValueSatisfying(
                        problem -> assertThat(problem.detail()).endsWith("This endpoint takes no query parameters."));
    }

    @Test
    void rejects_repeated_single_value() {
        assertThat(list.fault(Map.of("state", List.of("1", "1"))))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("PARAMETER_REPEATED"));
        assertThat(list.fault(Map.of("tag", List.of("1", "2")))).isEmpty();
    }

    @Test
    void rejects_criterion_without_value() {
        assertThat(list.fault(Map.of("actor", List.of("")))).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("PARAMETER_INVALID");
            assertThat(problem.violations()).extracting(Violation::pointer).containsExactly("?actor");
        });
        assertThat(list.fault(Map.of("state", List.of(""), "cursor", List.of(""))))
                .isEmpty();
    }

    private static Method method(String name) {
        return Arrays.stream(Endpoints.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
