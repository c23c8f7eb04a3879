/**
 * Proves that the fault campaign can find bugs: six seeded ones, as patches in {@code e2e/mutants}, are applied to a
 * copy of the tree one at a time, built, and must be caught.
 */
@NullMarked
package io.zizhi.e2e.faults.mutants;

import org.jspecify.annotations.NullMarked;
