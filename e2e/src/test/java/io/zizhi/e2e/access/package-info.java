/** Who may call what: every operation of every service against every kind of caller, as data. */
@NullMarked
package io.zizhi.e2e.access;

import org.jspecify.annotations.NullMarked;
