/** Tests of the module's structure. */
@NullMarked
package io.zizhi.faults;

import org.jspecify.annotations.NullMarked;
