/** Tests of the intentional bugs, without building them. */
@NullMarked
package io.zizhi.faults.mutants;

import org.jspecify.annotations.NullMarked;
