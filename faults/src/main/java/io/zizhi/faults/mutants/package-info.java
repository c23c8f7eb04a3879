/**
 * Checks that the fault campaign, and the tests of its findings, detect bugs. The patches in {@code faults/mutants} are
 * applied to a copy of the tree, which is built and must fail. The patches for campaigns do nothing unless the environment
 * variable {@code MUTANT} names them, so that one build contains them all.
 */
@NullMarked
package io.zizhi.faults.mutants;

import org.jspecify.annotations.NullMarked;
