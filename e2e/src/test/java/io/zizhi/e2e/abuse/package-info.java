/** The abuse of the suite, and what must hold afterwards. */
@NullMarked
package io.zizhi.e2e.abuse;

import org.jspecify.annotations.NullMarked;
