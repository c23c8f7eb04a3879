/** Tests of the history, which records requests, responses and what is certain about them. */
@NullMarked
package io.zizhi.faults.driver;

import org.jspecify.annotations.NullMarked;
