package io.zizhi.review.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.review.review.ReviewView;
import org.jspecify.annotations.Nullable;

/**
 * A review with its submission.
 *
 * @param review the fields of the review, inlined into this object
 * @param snapshot the submitted revision as qualification-service shows it, personal fields masked; null when
 *     unavailable
 * @param snapshotUnavailable true when qualification-service did not answer; try again later
 */
public record ReviewDetailView(
        @JsonUnwrapped ReviewView review,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode snapshot,
        boolean snapshotUnavailable) {}
