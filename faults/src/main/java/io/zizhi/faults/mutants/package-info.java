/**
 * Checks that the fault campaign, and the tests of its findings, detect bugs. Each patch in {@code faults/mutants} is
 * applied to a copy of the tree, which is built and must fail.
 */
@NullMarked
package io.zizhi.faults.mutants;

import org.jspecify.annotations.NullMarked;
