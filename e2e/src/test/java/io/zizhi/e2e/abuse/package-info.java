/** Runs the abuse of the suite and checks the result. */
@NullMarked
package io.zizhi.e2e.abuse;

import org.jspecify.annotations.NullMarked;
