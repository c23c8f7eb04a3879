/**
 * Proves that the fault campaign, and the tests of its findings, can find bugs: seeded ones, as patches in {@code
 * e2e/mutants}, are applied to a copy of the tree, built, and must be caught.
 */
@NullMarked
package io.zizhi.e2e.faults.mutants;

import org.jspecify.annotations.NullMarked;
