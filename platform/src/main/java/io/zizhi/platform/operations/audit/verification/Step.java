package io.zizhi.platform.operations.audit.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verified page.
 *
 * @param anchors number of anchors read
 * @param rows number of rows read
 * @param findings the first of each chain
 * @param next how to go on; null at the end
 */
record Step(
        int anchors,
        int rows,
        List<Finding> findings,
        @Nullable Progress next) {}
