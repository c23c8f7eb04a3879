/** Tests of the requests of applicants. */
@NullMarked
package io.zizhi.faults.driver.calls;

import org.jspecify.annotations.NullMarked;
