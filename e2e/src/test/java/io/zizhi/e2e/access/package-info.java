/** Access rights as data: every operation of every service against every kind of caller. */
@NullMarked
package io.zizhi.e2e.access;

import org.jspecify.annotations.NullMarked;
