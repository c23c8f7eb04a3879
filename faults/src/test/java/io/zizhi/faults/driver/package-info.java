/** Tests of the history, which records requests, responses and whether each operation took effect. */
@NullMarked
package io.zizhi.faults.driver;

import org.jspecify.annotations.NullMarked;
