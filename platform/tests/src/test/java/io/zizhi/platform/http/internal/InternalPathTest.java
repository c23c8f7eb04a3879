package io.zizhi.platform.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/v1/tallies",
                "//internal/v1",
                "/INTERNAL/v1",
                "/%69nternal/v1",
                "/%49nternal",
                "/%2569nternal/v1",
                "/./internal/v1",
                "/x/../internal/v1",
                "/x/%2e%2e/internal",
                "/x%2fy/%2e%2e/internal",
                "/internal;a=b/v1",
                "/internal%3Ba=b/v1",
                "/;a=b/internal",
                "\\internal\\v1",
                "/x%5cinternal",
                "/%2Finternal",
                "http://host/internal/v1",
                "internal/v1",
                "/internal/v1/ids/%252e%252e%252f%252e%252e%252f%252e%252e%252fv1/check",
                "/%252525252569nternal",
            })
    void any_spelling_counts_as_internal(String path) {
        assertThat(InternalPath.isMentionedIn(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "", "*", "/v1/qualifications", "/v1/internals", "/v1/x-internal", "/v1/a%20b", "/v1/100%25"
            })
    void public_path_does_not_count_as_internal(String path) {
        assertThat(InternalPath.isMentionedIn(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/v1/tallies", "/internal/v1/a%20b", "/internal/v1/..a"})
    void the_internal_listener_serves_plain_internal_paths(String path) {
        assertThat(InternalPath.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tallies",
                "/internal",
                "//internal/v1",
                "/INTERNAL/v1",
                "/internal/../v1/tallies",
                "/internal/%2e%2e/v1/tallies",
                "/internal/..;a=b/v1/tallies",
                "/internal/..%2fv1/tallies",
                "/internal/..\\v1/tallies",
                "/internal/%252e%252e/v1/tallies",
                "/internal/%2525252525",
            })
    void internal_listener_rejects_other_paths(String path) {
        assertThat(InternalPath.isPlain(path)).isFalse();
    }
}
