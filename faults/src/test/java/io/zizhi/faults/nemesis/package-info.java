/** Tests of the fault injection. */
@NullMarked
package io.zizhi.faults.nemesis;

import org.jspecify.annotations.NullMarked;
