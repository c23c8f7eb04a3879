/** Tests of the proxies between the parts of a suite. */
@NullMarked
package io.zizhi.faults.suite;

import org.jspecify.annotations.NullMarked;
