/**
 * Everything that Zizhi needs on one machine without Docker: real servers, the four services, and the runner behind
 * {@code ./zizhi}. Tests use the same starters.
 */
@NullMarked
package io.zizhi.local;

import org.jspecify.annotations.NullMarked;
