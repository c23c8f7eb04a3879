/**
 * What keeps a process in order: blocking work on threads of its own, work that repeats, clocks, clean-up, fail-points of
 * tests, and the refusal of settings that production must not have.
 */
@NullMarked
package io.zizhi.platform.runtime;

import org.jspecify.annotations.NullMarked;
