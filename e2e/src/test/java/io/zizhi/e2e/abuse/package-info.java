/** Runs the abuse campaign and checks its result. */
@NullMarked
package io.zizhi.e2e.abuse;

import org.jspecify.annotations.NullMarked;
