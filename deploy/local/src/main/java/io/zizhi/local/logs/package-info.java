/** The logs of an installation, read as one: what each process wrote, in the order of time, in a form for people. */
@NullMarked
package io.zizhi.local.logs;

import org.jspecify.annotations.NullMarked;
