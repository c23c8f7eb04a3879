package io.zizhi.review.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.review.review.ReviewView;
import org.jspecify.annotations.Nullable;

/**
 * A review with what it is about.
 *
 * @param review the fields of the review, not nested
 * @param snapshot the submitted revision as qualification-service shows it, personal fields masked; null when unavailable
 * @param snapshotUnavailable true when qualification-service could not be asked and it makes sense to look again
 */
public record ReviewDetailView(
        @JsonUnwrapped ReviewView review,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode snapshot,
        boolean snapshotUnavailable) {}
