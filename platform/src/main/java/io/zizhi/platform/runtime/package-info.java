/**
 * Process-level infrastructure: threads for blocking work, repeating work, clocks, clean-up, fail-points for tests, and
 * checks for settings forbidden in production.
 */
@NullMarked
package io.zizhi.platform.runtime;

import org.jspecify.annotations.NullMarked;
