/** Tests of the fault injection. */
@NullMarked
package io.zizhi.e2e.faults.nemesis;

import org.jspecify.annotations.NullMarked;
