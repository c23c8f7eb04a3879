/** Tests of the intentional bugs, without building them. */
@NullMarked
package io.zizhi.e2e.faults.mutants;

import org.jspecify.annotations.NullMarked;
