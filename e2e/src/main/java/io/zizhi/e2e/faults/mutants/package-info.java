/**
 * Checks that the fault campaign, and the tests of its findings, detect bugs. Each patch in {@code e2e/mutants} is
 * applied to a copy of the tree, which is built and must fail.
 */
@NullMarked
package io.zizhi.e2e.faults.mutants;

import org.jspecify.annotations.NullMarked;
